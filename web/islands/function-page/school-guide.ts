import { publishedFunctions } from '../../../api/domain/roles.ts'
import { fill } from '../../text/fill.ts'
import type whoHelps from '../../text/nl/team-who-helps.ts'
import type { Words } from '../../text/words.ts'
import type { FunctionPage, PublishedRole } from './function-page-api.ts'

/** Schoolgids: the people of some sites as lines, of which the text, the HTML and the printed page are made. */
export type Guide = Readonly<{ title: string; asOf: string; sites: readonly GuideSite[] }>
export type GuideSite = Readonly<{
  name: string
  phone: string | null
  functions: readonly Readonly<{ role: string; people: readonly string[] }>[]
  newest: string
}>

export type GuideWords = Readonly<{
  guide: Words<typeof whoHelps>['guide']
  outside: string
  roles: Readonly<Record<PublishedRole, Readonly<{ name: string }>>>
}>

type About = Readonly<{ school: string; day: string; origin: string }>

export const guideOf = (pages: readonly FunctionPage[], about: About, words: GuideWords): Guide => ({
  title: fill(words.guide.title, { school: about.school }),
  asOf: fill(words.guide.asOf, { day: about.day }),
  sites: pages.map((page) => ({
    name: page.name,
    phone: page.phone === null ? null : fill(words.guide.phone, { phone: page.phone }),
    functions: publishedFunctions.map((role) => ({ role: words.roles[role].name, people: linesOf(page, role, words) })),
    newest: fill(words.guide.newest, { address: `${about.origin}/wie-helpt/${page.site}/` }),
  })),
})

function linesOf({ people }: FunctionPage, role: PublishedRole, { guide, outside }: GuideWords): readonly string[] {
  const lines = people
    .filter((person) => person.role === role)
    .map(({ name, reach, hours, isExternal }) => {
      const who = isExternal ? `${name} (${outside})` : name
      return [who, reach, hours && fill(guide.hours, { hours })].filter(Boolean).join('; ')
    })
  return lines.length > 0 ? lines : [guide.nobody]
}

export const guideAsText = ({ title, asOf, sites }: Guide): string =>
  [
    ...[title, asOf],
    ...sites.flatMap(({ name, phone, functions, newest }) => [
      ...['', name],
      ...(phone === null ? [] : [phone]),
      ...functions.flatMap(({ role, people }) => people.map((person) => `${role}: ${person}`)),
      newest,
    ]),
  ].join('\n')

/** Plain elements without classes, so that it takes the looks of the page it is pasted into. */
export function guideAsHtml({ title, asOf, sites }: Guide): string {
  const site = ({ name, phone, functions, newest }: GuideSite) => [
    `<h3>${escaped(name)}</h3>`,
    ...(phone === null ? [] : [`<p>${escaped(phone)}</p>`]),
    '<ul>',
    ...functions.flatMap(({ role, people }) =>
      people.map((person) => `<li><strong>${escaped(role)}:</strong> ${escaped(person)}</li>`),
    ),
    '</ul>',
    `<p>${linked(newest)}</p>`,
  ]
  return [`<h2>${escaped(title)}</h2>`, `<p>${escaped(asOf)}</p>`, ...sites.flatMap(site)].join('\n')
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
const linked = (text: string): string =>
  escaped(text).replace(/https?:\/\/\S+/, (address) => `<a href="${address}">${address}</a>`)
