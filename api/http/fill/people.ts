import { html } from 'hono/html'
import type { HtmlEscapedString } from 'hono/utils/html'
import { publishedFunctions } from '../../domain/roles.ts'
import type { Places } from './places.ts'

export type PublicSite = Readonly<{
  id: string
  name: string
  region: string
  schoolTypes: readonly string[]
  phone: string | null
  /** Of the site key; null while the site has none and takes no reports. */
  fingerprint: string | null
}>
export type PublishedRole = (typeof publishedFunctions)[number]
export type PublicPerson = Readonly<{
  role: PublishedRole
  holder: string
  name: string
  reach: string | null
  hours: string | null
  isExternal: boolean
  /** Changes with the picture; null without one. */
  photoMark: string | null
}>

/** The part of web/text/<language>/who-helps.ts that stands in what is filled in. */
export type SiteTexts = Readonly<{
  roles: Readonly<Record<PublishedRole, Readonly<{ name: string; what: string }>>>
  hours: string
  outside: string
  noReach: string
  nobody: string
  nobodyAtAll: string
  phoneCall: string
  noPhone: string
  tell: string
  tellHint: string
  key: string
  keyWhy: string
  noKey: string
}>
export type SiteListTexts = Readonly<{ region: string; noSites: string }>

type Html = HtmlEscapedString | Promise<HtmlEscapedString>

/** What is filled in on the page of one site. */
export function peoplePlaces(site: PublicSite, people: readonly PublicPerson[], texts: SiteTexts): Places {
  return {
    'site-name': markup(html`${site.name}`),
    'site-people': markup(peopleCards(site.id, people, texts)),
    'site-phone': markup(phoneLine(site.phone, texts)),
    'site-tell': markup(tellBlock(site.fingerprint, texts)),
    'site-key': site.fingerprint === null ? '' : markup(keyBlock(site.fingerprint, texts)),
  }
}

/** What is filled in on pages that lead to the page of each site. */
export function sitesPlaces(
  sites: readonly Pick<PublicSite, 'id' | 'name' | 'region'>[],
  texts: SiteListTexts,
): Places {
  if (sites.length === 0) return { 'site-links': markup(html`<p>${texts.noSites}</p>`) }
  const rows = sites.map(
    ({ id, name, region }) =>
      html`<li><a href="/wie-helpt/${encodeURIComponent(id)}/"><b>${name}</b> <span class="quiet">${put(texts.region, { region })}</span></a></li>`,
  )
  return { 'site-links': markup(html`<ul class="site-links">${rows}</ul>`) }
}

function peopleCards(site: string, people: readonly PublicPerson[], texts: SiteTexts): Html {
  if (people.length === 0) return html`<p class="notice">${texts.nobodyAtAll}</p>`
  return html`${publishedFunctions.map((role) => roleCard(site, role, people, texts))}`
}

function roleCard(site: string, role: PublishedRole, people: readonly PublicPerson[], texts: SiteTexts): Html {
  const { name, what } = texts.roles[role]
  const persons = people.filter((person) => person.role === role)
  const body =
    persons.length === 0
      ? html`<p>${texts.nobody}</p>`
      : html`<ul class="people">${persons.map((person) => personRow(site, person, texts))}</ul>`
  return html`<section class="card stack-tight"><h2>${name}</h2><p class="quiet">${what}</p>${body}</section>`
}

function personRow(site: string, person: PublicPerson, texts: SiteTexts): Html {
  const { name, reach, hours, isExternal } = person
  const when = hours === null ? '' : html`<p>${texts.hours}: ${hours}</p>`
  const outside = isExternal ? html`<p class="quiet">${texts.outside}</p>` : ''
  const words = html`<div><h3>${name}</h3>${outside}<p>${reach ?? texts.noReach}</p>${when}</div>`
  return html`<li class="person">${portrait(site, person)}${words}</li>`
}

/** The name stands beside it, so read aloud it would only be noise. */
function portrait(site: string, { holder, photoMark }: PublicPerson): Html | '' {
  if (photoMark === null) return ''
  const address = `/api/sites/${encodeURIComponent(site)}/photos/${encodeURIComponent(holder)}?v=${photoMark}`
  return html`<img class="portrait" src="${address}" alt="" width="96" height="96" loading="lazy">`
}

function phoneLine(phone: string | null, texts: SiteTexts): Html {
  if (phone === null) return html`<p>${texts.noPhone}</p>`
  const dial = phone.replace(/[^\d+]/g, '')
  return html`<p><a class="button secondary" href="tel:${dial}">${put(texts.phoneCall, { phone })}</a></p>`
}

function tellBlock(fingerprint: string | null, texts: SiteTexts): Html {
  if (fingerprint === null) return html`<p class="notice">${texts.noKey}</p>`
  return html`<div class="notice"><p>${texts.tellHint}</p><p><a class="button" href="/melden/">${texts.tell}</a></p></div>`
}

function keyBlock(fingerprint: string, texts: SiteTexts): Html {
  const groups = fingerprint.split(/[\s-]+/).map((group) => html`<span>${group}</span> `)
  return html`<h2>${texts.key}</h2><p class="code small">${groups}</p><p class="quiet">${texts.keyWhy}</p>`
}

/** Fills before escaping, so that the values are escaped with the text around them. */
function put(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole)
}

/** @throws when a part is not ready: nothing here waits for anything. */
function markup(part: Html): string {
  if (part instanceof Promise) throw new Error('the html tag was given a promise')
  return part.toString()
}
