import { randomUUID } from 'node:crypto'
import { isElsewhere } from '../../api/domain/holder-id.ts'
import type { LocalDate } from '../../api/domain/local-date.ts'
import { ask } from '../../web/client.ts'
import { toBase64Url } from '../../web/crypto/bytes.ts'
import { sealEnvelope } from '../../web/crypto/envelope.ts'
import { nextEpoch } from '../../web/crypto/epoch.ts'
import type { Manifest } from '../../web/crypto/message.ts'
import { nextHeader } from '../../web/crypto/next-header.ts'
import type { OpenedConversation } from '../../web/crypto/open-conversation.ts'
import type { ReporterKeys } from '../../web/crypto/reporter-keys.ts'
import { directoryOf, toGrantee } from '../../web/islands/shared/directory.ts'
import { granteesAt } from './grantees.ts'
import { codeHeader, openByCode, type Reporter } from './reporter.ts'
import { accepted } from './school-api.ts'

type Writer = Pick<Reporter, 'api' | 'site' | 'report' | 'keys'>
const author = { kind: 'reporter' } as const

/** A message of the reporter under the key in force, ready to send. */
export async function sealReply(
  { site, report, keys }: Writer,
  conversation: OpenedConversation,
  { text, on, manifests = [] }: { text: string; on: LocalDate; manifests?: readonly Manifest[] },
) {
  const header = nextHeader(conversation, { site, report, author, purpose: 'message', on })
  const body = { text, attachments: manifests }
  const sealed = await sealEnvelope(header, body, keys.signing.secret, conversation.recipient ?? '')
  return {
    ...{ id: randomUUID() as string, epoch: conversation.epoch, sealed: toBase64Url(sealed) },
    attachments: manifests.map(({ id, sha256 }) => ({ id, chunks: sha256.length })),
  }
}

/** Comes back and writes. */
export async function writeBack(reporter: Reporter, text: string) {
  const { conversation } = await openByCode(reporter.api, reporter.code)
  const json = await sealReply(reporter, conversation, { text, on: reporter.today })
  return accepted(ask(reporter.api.client.conversation.messages.$post({ json }, codeHeader(reporter.keys))))
}

/** Goes on with these readers only, under a new key. */
export async function sealEpoch(
  reporter: Writer & Pick<Reporter, 'today'>,
  conversation: OpenedConversation,
  to: readonly string[],
  certificates: readonly string[] = [],
) {
  const { api, site, report, keys, today: on } = reporter
  const own = to.filter((holder) => !isElsewhere(holder))
  const { grantees } = own.length === 0 ? { grantees: [] } : await granteesAt(api, site, own)
  const known = directoryOf(certificates, conversation.siteKey, site)
  const readers = [...grantees, ...to.filter(isElsewhere).flatMap((holder) => known.get(holder) ?? [])].map(toGrantee)
  const { number, seen, epoch } = nextHeader(conversation, { site, report, author, purpose: 'epoch', on })
  const { reporterKey, reporterRecipient, siteKey, recipient } = conversation
  const next = await nextEpoch({
    ...{ site, report, epoch, author, secret: keys.signing.secret, on, number, seen },
    ...{ reporterKey, reporterRecipient, siteKey, recipient: recipient ?? '', readers },
  })
  return {
    epoch: next.epoch,
    announcement: { id: randomUUID() as string, sealed: toBase64Url(next.announcement) },
    reporterGrant: toBase64Url(next.reporterGrant),
    grants: next.grants.map((grant) => ({ holder: grant.holder, sealed: toBase64Url(grant.sealed) })),
  }
}

export async function leaveOut(reporter: Reporter, to: readonly string[]) {
  const { conversation, stored } = await openByCode(reporter.api, reporter.code)
  const json = await sealEpoch(reporter, conversation, to, stored.certificates)
  return accepted(ask(reporter.api.client.conversation.epochs.$post({ json }, codeHeader(reporter.keys))))
}

export const codeHeaders = (keys: Pick<ReporterKeys, 'lookup' | 'proof'>) => codeHeader(keys).headers
