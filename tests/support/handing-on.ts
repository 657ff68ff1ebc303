import { randomUUID } from 'node:crypto'
import { isElsewhere } from '../../api/domain/holder-id.ts'
import { ask } from '../../web/client.ts'
import { toBase64Url } from '../../web/crypto/bytes.ts'
import { sealEnvelope } from '../../web/crypto/envelope.ts'
import type { Grantee } from '../../web/crypto/grant.ts'
import type { Author } from '../../web/crypto/header.ts'
import { nextHeader } from '../../web/crypto/next-header.ts'
import type { OpenedConversation } from '../../web/crypto/open-conversation.ts'
import { sealKeys, sealRenewal, type Writer } from '../../web/crypto/renewal.ts'
import { remainingReaders } from '../../web/islands/shared/directory.ts'
import { type Colleague, openReport, standingAt } from './colleague.ts'
import { granteesAt, neighbourAt } from './grantees.ts'
import { ordinaryDay } from './school.ts'
import { accepted } from './school-api.ts'

type Place = Readonly<{ site: string; report: string }>

const writerOf = (colleague: Colleague, place: Place): Writer => {
  const { signing } = colleague
  const author: Author = { kind: 'staff', holder: standingAt(colleague, place.site).holder, key: signing.publicKey }
  return { ...place, author, secret: signing.secret, on: ordinaryDay }
}

const numberOf = ({ author }: Writer, conversation: OpenedConversation) =>
  conversation.nextNumber(author.kind === 'staff' ? author.holder : 'reporter')

async function sealNote(
  writer: Writer,
  conversation: OpenedConversation,
  purpose: 'share' | 'leave',
  body: Readonly<{ holder: string; name: string }>,
  ahead = 0,
) {
  const { secret, ...by } = writer
  const header = nextHeader(conversation, { ...by, purpose })
  const numbered = { ...header, number: header.number + ahead }
  const sealed = await sealEnvelope(numbered, body, secret, conversation.recipient ?? '')
  return { id: randomUUID() as string, sealed: toBase64Url(sealed) }
}

async function findGrantee(
  { api, places }: Colleague,
  place: Place,
  holder: string,
  { conversation, stored }: Awaited<ReturnType<typeof openReport>>,
): Promise<Grantee | undefined> {
  if (!isElsewhere(holder)) return (await granteesAt(api, place.site, [holder])).grantees[0]
  const statements = [...stored.certificates, ...(places.get(place.site)?.neighbours ?? [])]
  return neighbourAt(api, place, holder, { siteKey: conversation.siteKey, statements })
}

/** What a colleague's browser makes to let this holder read along; `name` for somebody whom no list offers. */
export async function sealShare(colleague: Colleague, place: Place, holder: string, as?: Partial<Grantee>) {
  const { conversation, stored } = await openReport(colleague, place)
  const writer = writerOf(colleague, place)
  const certified = as?.recipient ? undefined : await findGrantee(colleague, place, holder, { conversation, stored })
  const grantee: Grantee = { holder, name: 'Iemand', recipient: '', ...certified, ...as }
  const keys = await sealKeys(conversation, writer, [grantee], [...conversation.readers, grantee])
  return {
    ...{ holder, epoch: conversation.epoch, after: stored.messages.at(-1)?.sequence ?? 0 },
    message: await sealNote(writer, conversation, 'share', { holder, name: grantee.name }),
    grants: keys.map(({ epoch, sealed }) => ({ epoch, sealed })),
  }
}

/** @param standsIn - for as long as the one who shares is away. */
export async function shareWith(colleague: Colleague, place: Place, holder: string, standsIn = false) {
  const json = { ...(await sealShare(colleague, place, holder)), standsIn }
  return accepted(ask(colleague.api.client.team.reports[':site'][':report'].shares.$post({ param: place, json })))
}

export type Leaving = Readonly<{ holder: string; isInvolved: boolean; to?: string }>

export async function sealLeave(colleague: Colleague, place: Place, { holder, isInvolved, to }: Leaving) {
  const { conversation, stored } = await openReport(colleague, place)
  const writer = writerOf(colleague, place)
  const given = to === undefined ? undefined : await sealShare(colleague, place, to)
  return {
    ...{ holder, isInvolved, epoch: conversation.epoch, after: stored.messages.at(-1)?.sequence ?? 0 },
    message: await sealNote(writer, conversation, 'leave', { holder, name: 'Wie weggaat' }, given ? 1 : 0),
    ...(given && { share: { holder: given.holder, message: given.message, grants: given.grants } }),
  }
}

export async function leaveReport(colleague: Colleague, place: Place, leaving: Leaving) {
  const json = await sealLeave(colleague, place, leaving)
  return accepted(ask(colleague.api.client.team.reports[':site'][':report'].leavings.$post({ param: place, json })))
}

/** The new key that is due, for those who remain; or for others, when a test says so. */
export async function sealRenewalAs(colleague: Colleague, place: Place, to?: readonly string[]) {
  const { conversation, stored } = await openReport(colleague, place)
  const readers = to
    ? (await granteesAt(colleague.api, place.site, to)).grantees
    : remainingReaders(stored, conversation)
  const writer = writerOf(colleague, place)
  const renewal = await sealRenewal(conversation, writer, numberOf(writer, conversation), readers)
  const announcement = { id: randomUUID() as string, sealed: renewal.announcement }
  return { ...renewal, announcement, after: stored.messages.at(-1)?.sequence ?? 0 }
}

export async function renewKey(colleague: Colleague, place: Place) {
  const json = await sealRenewalAs(colleague, place)
  return accepted(ask(colleague.api.client.team.reports[':site'][':report'].epochs.$post({ param: place, json })))
}
