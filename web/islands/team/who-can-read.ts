import { homeOf } from '../../../api/domain/holder-id.ts'
import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { CertifiedHolder } from '../../crypto/certificate.ts'
import { unconfirmedSteps } from '../../crypto/confirmation.ts'
import type { Entry } from '../../crypto/conversation.ts'
import type { Grantee, Reader } from '../../crypto/grant.ts'
import { readAtHome } from '../../crypto/seen-holders.ts'
import { directoryOf, type StoredReaders } from '../shared/directory.ts'
import type { Colleagues } from './hand-on-api.ts'

/**
 * Somebody who can be given the report; for a function with the holder ids of its members. `unconfirmedOn`: the last day
 * on which a function without escrow changed hands and nobody who held it before said that it is right.
 */
export type Candidate = Grantee &
  Readonly<{ kind: 'staff' | 'function'; members: readonly string[]; unconfirmedOn: LocalDate | null }>

/** What is verified about the report, the person who looks, and what the server says of its readers. */
export type Given = Readonly<{
  own: string
  siteKey: string
  entries: readonly Entry[]
  readers: readonly Reader[]
  stored: StoredReaders
  /** What was signed about the keys of other sites; only what the site key signed counts. */
  statements?: readonly string[]
}>

/**
 * Whom the reporter does not want: named in the report, or left out since. Who reads again is wanted again.
 */
export function unwantedBy(entries: readonly Entry[], readers: readonly Reader[]): ReadonlySet<string> {
  const unwanted = entries.flatMap(({ purpose, isFromReporter, body }) =>
    isFromReporter && (purpose === 'report' || purpose === 'epoch') ? (body.leftOut ?? []) : [],
  )
  const reading = new Set(readers.map(({ holder }) => holder))
  return new Set(unwanted.filter((holder) => !reading.has(holder)))
}

/**
 * Who can be given the report: certified under the pinned site key, not reading yet, not involved in it, and not left
 * out by the reporter, in person or as a member of a function.
 */
export function candidatesOf({ functions, people }: Colleagues, given: Given): Candidate[] {
  const { own, siteKey, entries, readers, stored, statements = [] } = given
  const directory = directoryOf(
    [...[...functions, ...people].map(({ certificate }) => certificate), ...statements],
    siteKey,
    stored.site,
  )
  const unwanted = unwantedBy(entries, readers)
  const reading = new Set(readers.map(({ holder }) => holder))
  const isBarred = (holder: string) => unwanted.has(holder) || stored.out.includes(holder)
  const isOffered = ({ holder, members }: CertifiedHolder) =>
    holder !== own && !reading.has(holder) && !isBarred(holder) && !members.some(isBarred)
  return [...directory.values()].filter(isOffered).map(({ holder, name, recipient, kind, members }) => {
    const evidence = functions.find(({ role }) => role === homeOf(stored.site, holder).holder)?.evidence ?? []
    const { role, certified } = readAtHome([...evidence, ...statements], siteKey, stored.site, holder)
    const unconfirmedOn = unconfirmedSteps(certified, role)[0]?.issuedOn ?? null
    return { holder, name, recipient, kind, members, unconfirmedOn }
  })
}
