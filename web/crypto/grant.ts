import type { LocalDate } from '../../api/domain/local-date.ts'
import { openEnvelope, sealEnvelope, verifyEnvelope } from './envelope.ts'
import type { Author, Header } from './header.ts'
import { isHybridIdentity, isHybridRecipient } from './identity.ts'
import { hasOnly, isListOf, isReaderId, isRecord, isText } from './shape.ts'
import { isSigningKey } from './signing.ts'
import { readStaffNames } from './staff-names.ts'

/** A holder as the reporter was told: kept, so that a later list from the server can be held against it. */
export type Reader = Readonly<{ holder: string; name: string }>

/** What a grant gives: the report key of one epoch, and the keys that its reader shall trust from then on. */
export type GrantBody = Readonly<{
  /** The report identity of the epoch. */
  identity: string
  /** Whom the grant is for: a holder id or 'reporter'. */
  holder: string
  /** The reporter's public signing key. */
  reporterKey: string
  /** The reporter's age recipient: whoever starts a new epoch must be able to grant it to the reporter. */
  reporterRecipient: string
  /** The site key as the maker of the grant knew it: the reader's pin. */
  siteKey: string
  /** Everyone the epoch was granted to, the reporter not counted. */
  readers: readonly Reader[]
}>

export type GrantMaker = Readonly<{
  site: string
  report: string
  epoch: number
  author: Author
  /** The author's signing seed. */
  secret: Uint8Array
  on: LocalDate
}>

/** Seals the grant to its holder's (or the reporter's) recipient. @throws when the body is malformed. */
export function makeGrant(maker: GrantMaker, body: GrantBody, recipient: string): Promise<Uint8Array> {
  if (!isGrantBody(body)) return Promise.reject(new Error('malformed grant'))
  const { secret, ...place } = maker
  const header: Header = { v: 1, ...place, number: 0, purpose: 'grant', seen: {} }
  return sealEnvelope(header, body, secret, recipient)
}

/** A holder who gets the report key, with the recipient from their certificate. */
export type Grantee = Reader & Readonly<{ recipient: string }>

export type SealedGrants = Readonly<{
  reporterGrant: Uint8Array
  grants: readonly Readonly<{ holder: string; sealed: Uint8Array }>[]
}>

/** The grants of one epoch: to the reporter, and to each reader. @throws when something is malformed. */
export async function makeGrants(
  maker: GrantMaker,
  keys: Omit<GrantBody, 'holder' | 'readers'>,
  grantees: readonly Grantee[],
): Promise<SealedGrants> {
  const readers = grantees.map(({ holder, name }) => ({ holder, name }))
  const grantTo = (holder: string, recipient: string) => makeGrant(maker, { ...keys, holder, readers }, recipient)
  const reporterGrant = await grantTo('reporter', keys.reporterRecipient)
  const grants: { holder: string; sealed: Uint8Array }[] = []
  for (const { holder, recipient } of grantees) grants.push({ holder, sealed: await grantTo(holder, recipient) })
  return { reporterGrant, grants }
}

export type ExpectedGrant = Readonly<{
  site: string
  report: string
  epoch: number
  /** A holder id or 'reporter'. */
  holder: string
  /** When it is already known, another one is refused. The reporter always gives it. */
  reporterKey?: string
  /** Needed for a grant made by staff: the pinned site key, and the certificates that are at hand. */
  siteKey?: string
  certificates?: readonly string[]
  /** Nobody at the reader's site compared the site key: the one in the first grant that opens is then believed. */
  trustsFirst?: boolean
}>

/**
 * Opens a grant and checks that it is for this holder, this report and this epoch, and who made it: the reporter it
 * names, or a staff member whom the pinned site key certifies.
 *
 * A holder's first grant is what tells them who the reporter is, so a server can always invent a whole report; it can
 * not step into an existing one.
 *
 * @throws 'cannot open' for another identity; 'grant moved', 'malformed grant' or 'grant forged' otherwise.
 */
export async function openGrant(ageFile: Uint8Array, identity: string, expect: ExpectedGrant): Promise<GrantBody> {
  const opened = await openEnvelope(ageFile, identity)
  const { header, body } = opened
  if (header.purpose !== 'grant' || !isGrantBody(body)) throw new Error('malformed grant')
  const isHere = header.site === expect.site && header.report === expect.report && header.epoch === expect.epoch
  if (!isHere || body.holder !== expect.holder) throw new Error('grant moved')
  if (expect.reporterKey !== undefined && body.reporterKey !== expect.reporterKey) throw new Error('grant forged')
  const makerKey =
    header.author.kind === 'reporter' ? body.reporterKey : certifiedKey(header.author, pinnedBy(expect, body))
  if (makerKey === null || !verifyEnvelope(opened, makerKey)) throw new Error('grant forged')
  return body
}

const pinnedBy = (expect: ExpectedGrant, { siteKey }: GrantBody): ExpectedGrant =>
  expect.siteKey === undefined && expect.trustsFirst ? { ...expect, siteKey } : expect

function certifiedKey(author: Extract<Author, { kind: 'staff' }>, expect: ExpectedGrant): string | null {
  const { siteKey, site, certificates = [] } = expect
  if (siteKey === undefined) return null
  return readStaffNames(certificates, siteKey, site)(author) === null ? null : author.key
}

const isGrantBody = (value: unknown): value is GrantBody =>
  isRecord(value) &&
  hasOnly(value, 'identity', 'holder', 'reporterKey', 'reporterRecipient', 'siteKey', 'readers') &&
  isHybridIdentity(value['identity']) &&
  isReaderId(value['holder']) &&
  isSigningKey(value['reporterKey']) &&
  isHybridRecipient(value['reporterRecipient']) &&
  isSigningKey(value['siteKey']) &&
  isListOf(value['readers'], isReader, 100)

const isReader = (value: unknown): value is Reader =>
  isRecord(value) && hasOnly(value, 'holder', 'name') && isReaderId(value['holder']) && isText(value['name'], 200)
