import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { siteKeyFingerprint } from '../../web/crypto/certificate.ts'
import texts from '../../web/text/nl/who-helps.ts'
import type { Deps } from '../deps.ts'
import { listPublicSites, listPublishedPeople } from '../stores/published-people.ts'
import { type BuiltFile, type BuiltFiles, etagOf } from './built-files.ts'
import { peoplePlaces, sitesPlaces } from './fill/people.ts'
import { fillPage, type Places } from './fill/places.ts'

/** A name changed in the database shows within this time. */
const freshMilliseconds = 30_000

/** Built once, shown for every site under its own address. */
const sitePage = '/wie-helpt/site/'
const siteAddress = /^\/wie-helpt\/([a-z0-9-]+)\/$/

export type FilledPages = Readonly<{
  /** True for a built page that may only go out filled. */
  needsFilling(path: string): boolean
  /** The page at this address with its places filled; undefined when there is none. */
  find(path: string): Promise<BuiltFile | undefined>
}>

type Kept = { page: Promise<BuiltFile | undefined>; until: number }

/** Pages in which the server puts what the school edits, made at most once in half a minute per address. */
export function filledPages({ db, clock }: Pick<Deps, 'db' | 'clock'>, files: BuiltFiles): FilledPages {
  const templates = new Map(
    [...files].flatMap(([path, { type, body }]) => {
      const html = type.startsWith('text/html') ? body.toString() : ''
      return html.includes('<!--fill:') ? [[path, html] as const] : []
    }),
  )
  const kept = new Map<string, Kept>()

  const make = async (path: string): Promise<BuiltFile | undefined> => {
    const sites = await listPublicSites(db)
    const links = sitesPlaces(sites, texts.list)
    const template = path === sitePage ? undefined : templates.get(path)
    if (template !== undefined) return builtFile(template, links)

    const site = sites.find(({ id }) => id === siteAddress.exec(path)?.[1])
    const page = templates.get(sitePage)
    if (!site || page === undefined) return undefined
    const fingerprint = site.siteKey === null ? null : siteKeyFingerprint(site.siteKey)
    const people = await listPublishedPeople(db, site.id, clock.today())
    return builtFile(page, { ...links, ...peoplePlaces({ ...site, fingerprint }, people, texts.site) })
  }

  const find = async (path: string): Promise<BuiltFile | undefined> => {
    const isTemplate = templates.has(path) && path !== sitePage
    if (!isTemplate && !(templates.has(sitePage) && siteAddress.test(path))) return undefined
    const now = clock.now().getTime()
    const known = kept.get(path)
    if (known && known.until > now) return known.page
    // Names half a minute older are better than no page at all while the database is away.
    const page = known ? make(path).catch(() => known.page) : make(path)
    kept.set(path, { page, until: now + freshMilliseconds })
    const found = await page.catch((error: unknown) => {
      kept.delete(path)
      throw error
    })
    // An address that is no site is not kept: anybody can make up any number of them.
    if (!found) kept.delete(path)
    return found
  }

  return { needsFilling: (path) => templates.has(path), find }
}

async function builtFile(template: string, places: Places): Promise<BuiltFile> {
  const body = Buffer.from(fillPage(template, places))
  const params = { [constants.BROTLI_PARAM_QUALITY]: 5 }
  const compressed = [
    { encoding: 'br' as const, body: await promisify(brotliCompress)(body, { params }) },
    { encoding: 'gzip' as const, body: await promisify(gzip)(body) },
  ]
  return { body, compressed, type: 'text/html; charset=utf-8', etag: etagOf(body) }
}
