import { sealEnvelope } from './envelope.ts'
import { type GrantBody, type Grantee, type GrantMaker, makeGrants, type SealedGrants } from './grant.ts'
import type { Header } from './header.ts'
import { type IdentityPair, newIdentity } from './identity.ts'

/** `epoch` is the one that ends; `number` and `seen` as for any message of this author. */
export type EpochChange = GrantMaker &
  Pick<Header, 'number' | 'seen'> &
  Omit<GrantBody, 'identity' | 'holder' | 'readers'> &
  Readonly<{
    /** The recipient of the key that ends. */
    recipient: string
    /** Who gets the new key. Also those who had the old one must be named to stay. */
    readers: readonly Grantee[]
    /** Whom the reporter does not want among the readers any more, so that nobody shares it with them later. */
    leftOut?: readonly string[]
  }>

/** `identity` and `recipient` are the new report key. */
export type NextEpoch = IdentityPair &
  SealedGrants &
  Readonly<{
    epoch: number
    /** An envelope under the old key, to be stored as a message of the old epoch. */
    announcement: Uint8Array
  }>

/**
 * Starts a new epoch: a new report key, announced under the old one and granted to those who stay. Whoever is not
 * among `readers` cannot read what follows; what they already could read, they still can.
 */
export async function nextEpoch(change: EpochChange): Promise<NextEpoch> {
  const { site, report, author, on, secret, number, seen } = change
  const { reporterKey, reporterRecipient, siteKey, readers, leftOut } = change
  const { identity, recipient } = await newIdentity()
  const epoch = change.epoch + 1
  const header: Header = { v: 1, site, report, epoch: change.epoch, number, author, purpose: 'epoch', on, seen }
  const announcement = await sealEnvelope(
    header,
    { next: epoch, recipient, ...(leftOut && { leftOut }) },
    secret,
    change.recipient,
  )
  const maker = { site, report, epoch, author, secret, on }
  const granted = await makeGrants(maker, { identity, reporterKey, reporterRecipient, siteKey }, readers)
  return { epoch, announcement, identity, recipient, ...granted }
}
