import type { LocalDate } from '../../api/domain/local-date.ts'
import { sealEnvelope } from './envelope.ts'
import type { NextReader } from './epoch.ts'
import { makeGrant } from './grant.ts'
import type { IdentityPair } from './identity.ts'
import type { ReportBody } from './message.ts'
import type { ReporterKeys } from './reporter-keys.ts'

/** Everything encrypted that a first submission consists of, but the attachments. */
export type SealedReport = Readonly<{
  /** The report itself: message 1. */
  sealed: Uint8Array
  reporterGrant: Uint8Array
  grants: readonly Readonly<{ holder: string; sealed: Uint8Array }>[]
}>

/**
 * Signs and seals a new report, and grants its key to the reporter and to each reader.
 * @param reportKey - from `newIdentity`; the attachments are sealed to the same.
 * @throws when something is malformed or too long. Then nothing may be sent.
 */
export async function sealReport(
  report: Readonly<{ site: string; report: string; siteKey: string; on: LocalDate }>,
  body: ReportBody,
  reportKey: IdentityPair,
  keys: ReporterKeys,
  readers: readonly NextReader[],
): Promise<SealedReport> {
  const { siteKey, ...place } = report
  const author = { kind: 'reporter' } as const
  const { publicKey: reporterKey, secret } = keys.signing
  const header = { v: 1, ...place, epoch: 1, number: 1, author, purpose: 'report', seen: {} } as const
  const shared = {
    ...{ identity: reportKey.identity, reporterKey, reporterRecipient: keys.recipient, siteKey },
    readers: readers.map(({ holder, name }) => ({ holder, name })),
  }
  const maker = { ...place, epoch: 1, author, secret }
  const grantTo = (holder: string, recipient: string) => makeGrant(maker, { ...shared, holder }, recipient)
  return {
    sealed: await sealEnvelope(header, body, secret, reportKey.recipient),
    reporterGrant: await grantTo('reporter', keys.recipient),
    grants: await Promise.all(
      readers.map(async ({ holder, recipient }) => ({ holder, sealed: await grantTo(holder, recipient) })),
    ),
  }
}
