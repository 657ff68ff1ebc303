import type { LocalDate } from '../../api/domain/local-date.ts'
import { sealEnvelope } from './envelope.ts'
import { type Grantee, makeGrants, type SealedGrants } from './grant.ts'
import type { Header } from './header.ts'
import type { IdentityPair } from './identity.ts'
import type { ReportBody } from './message.ts'
import type { ReporterKeys } from './reporter-keys.ts'

/** Everything encrypted that a first submission consists of, but the attachments. `sealed` is message 1. */
export type SealedReport = SealedGrants & Readonly<{ sealed: Uint8Array }>

/**
 * Signs and seals a new report, and grants its key to the reporter and to each reader.
 * @param reportKey - from `newIdentity`; the attachments are sealed to the same.
 * @throws when something is malformed or too long. Then nothing may be sent.
 */
export async function sealReport(
  place: Readonly<{ site: string; report: string; siteKey: string; on: LocalDate }>,
  body: ReportBody,
  reportKey: IdentityPair,
  keys: ReporterKeys,
  readers: readonly Grantee[],
): Promise<SealedReport> {
  const { site, report, siteKey, on } = place
  const { publicKey: reporterKey, secret } = keys.signing
  const author = { kind: 'reporter' } as const
  const header: Header = { v: 1, site, report, epoch: 1, number: 1, author, purpose: 'report', on, seen: {} }
  const sealed = await sealEnvelope(header, body, secret, reportKey.recipient)
  const maker = { site, report, epoch: 1, author, secret, on }
  const granted = { identity: reportKey.identity, reporterKey, reporterRecipient: keys.recipient, siteKey }
  return { sealed, ...(await makeGrants(maker, granted, readers)) }
}
