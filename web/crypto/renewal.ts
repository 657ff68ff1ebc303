import type { LocalDate } from '../../api/domain/local-date.ts'
import { toBase64Url } from './bytes.ts'
import { nextEpoch } from './epoch.ts'
import { type Grantee, type GrantMaker, makeGrant } from './grant.ts'
import { type Author, authorId } from './header.ts'
import type { OpenedConversation } from './open-conversation.ts'

/** Whoever writes in a conversation that they have open. `secret` is their signing seed. */
export type Writer = Readonly<{ site: string; report: string; author: Author; secret: Uint8Array; on: LocalDate }>

export type OpenedKeys = Pick<
  OpenedConversation,
  'epoch' | 'recipient' | 'seen' | 'grantIdentities' | 'reporterKey' | 'reporterRecipient' | 'siteKey' | 'readers'
>

/** A new epoch as both interfaces take it, when the announcement has an id. */
export type SealedRenewal = Readonly<{
  epoch: number
  announcement: string
  reporterGrant: string
  grants: { holder: string; sealed: string }[]
  earlierGrants: { epoch: number; holder: string; sealed: string }[]
}>

/**
 * A new report key for these readers only. Somebody who is new among them gets the earlier keys as well, to be able to
 * follow how the key in force came to be.
 *
 * @param number - of the next thing that the writer writes.
 * @throws when the writer does not have the key in force.
 */
export async function sealRenewal(
  opened: OpenedKeys,
  { author, ...writer }: Writer,
  number: number,
  readers: readonly Grantee[],
  leftOut?: readonly string[],
): Promise<SealedRenewal> {
  const { epoch, recipient, reporterKey, reporterRecipient, siteKey } = opened
  if (recipient === null) throw new Error('nothing to announce under')
  const seen = Object.fromEntries(Object.entries(opened.seen).filter(([by]) => by !== authorId(author)))
  const pins = { reporterKey, reporterRecipient, siteKey }
  const change = { ...writer, ...pins, author, epoch, recipient, number, seen, readers }
  const next = await nextEpoch({ ...change, ...(leftOut && { leftOut }) })
  const before = new Set(opened.readers.map(({ holder }) => holder))
  const isNew = ({ holder }: Grantee) => !before.has(holder)
  return {
    epoch: next.epoch,
    announcement: toBase64Url(next.announcement),
    reporterGrant: toBase64Url(next.reporterGrant),
    grants: next.grants.map(({ holder, sealed }) => ({ holder, sealed: toBase64Url(sealed) })),
    earlierGrants: await sealKeys(opened, { ...writer, author }, readers.filter(isNew), readers),
  }
}

/** The keys of every epoch so far, for each of these. @param readers - all who have the key in force after it. */
export async function sealKeys(
  { grantIdentities, reporterKey, reporterRecipient, siteKey }: OpenedKeys,
  writer: Writer,
  to: readonly Grantee[],
  readers: readonly Readonly<{ holder: string; name: string }>[],
): Promise<{ epoch: number; holder: string; sealed: string }[]> {
  const named = readers.map(({ holder, name }) => ({ holder, name }))
  const sealed: { epoch: number; holder: string; sealed: string }[] = []
  for (const [epoch, identity] of grantIdentities) {
    const maker: GrantMaker = { ...writer, epoch }
    for (const { holder, recipient } of to) {
      const body = { identity, holder, reporterKey, reporterRecipient, siteKey, readers: named }
      sealed.push({ epoch, holder, sealed: toBase64Url(await makeGrant(maker, body, recipient)) })
    }
  }
  return sealed
}
