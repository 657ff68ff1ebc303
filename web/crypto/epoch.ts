import type { LocalDate } from '../../api/domain/local-date.ts'
import { sealEnvelope } from './envelope.ts'
import { makeGrant, type Reader } from './grant.ts'
import type { Author, Header } from './header.ts'
import { newIdentity } from './identity.ts'

/** Who gets the new report key: a holder, with the recipient from their certificate. */
export type NextReader = Reader & Readonly<{ recipient: string }>

export type NextEpoch = Readonly<{
  epoch: number
  /** The announcement: an envelope under the old key, to be stored as a message of the old epoch. */
  announcement: Uint8Array
  /** The new report key. */
  identity: string
  recipient: string
  reporterGrant: Uint8Array
  grants: readonly Readonly<{ holder: string; sealed: Uint8Array }>[]
}>

/**
 * Starts a new epoch: a new report key, announced under the old one and granted to those who stay. Whoever is not
 * among `readers` cannot read what follows; what they already could read, they still can.
 */
export async function nextEpoch(
  from: Readonly<{
    site: string
    report: string
    /** The epoch that ends, and the recipient of its key. */
    epoch: number
    recipient: string
    author: Author
    secret: Uint8Array
    on: LocalDate
    /** As for any message: from `readConversation`. */
    number: number
    seen: Header['seen']
    reporterKey: string
    reporterRecipient: string
    siteKey: string
    readers: readonly NextReader[]
  }>,
): Promise<NextEpoch> {
  const { site, report, author, on, secret, reporterKey, reporterRecipient, siteKey } = from
  const epoch = from.epoch + 1
  const { identity, recipient } = await newIdentity()
  const header: Header = {
    ...{ v: 1, site, report, epoch: from.epoch, author, on },
    ...{ number: from.number, seen: from.seen, purpose: 'epoch' },
  }
  const announcement = await sealEnvelope(header, { next: epoch, recipient }, secret, from.recipient)
  const readers = from.readers.map(({ holder, name }) => ({ holder, name }))
  const shared = { identity, reporterKey, reporterRecipient, siteKey, readers }
  const maker = { site, report, epoch, author, secret, on }
  const grantTo = (holder: string, to: string) => makeGrant(maker, { ...shared, holder }, to)
  return {
    ...{ epoch, announcement, identity, recipient },
    reporterGrant: await grantTo('reporter', reporterRecipient),
    grants: await Promise.all(
      from.readers.map(async ({ holder, recipient: to }) => ({ holder, sealed: await grantTo(holder, to) })),
    ),
  }
}
