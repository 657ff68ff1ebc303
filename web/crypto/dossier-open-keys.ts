import { type DossierBodies, type DossierGrantBody, isDossierBody } from './dossier-body.ts'
import { openInDossier } from './dossier-envelope.ts'
import type { DossierPurpose } from './dossier-header.ts'
import type { Trusted } from './dossier-verify.ts'
import type { DossierWarning } from './dossier-warning.ts'

export type StoredDossierGrant = Readonly<{ epoch: number; holder: string; sealed: string | Uint8Array }>
export type StoredRecordKey = Readonly<{ record: string; epoch: number; sealed: string | Uint8Array }>

/** By record and then by epoch. */
export type RecordIdentities = ReadonlyMap<string, ReadonlyMap<number, string>>

/**
 * The dossier keys that were granted to these holders, lowest epoch first, each made by a certified member of staff for
 * this holder, this dossier and this epoch.
 *
 * @param identitiesOf - by holder id: one's own identity, and those each function of theirs has had, newest first.
 */
export async function openDossierGrants(
  grants: readonly StoredDossierGrant[],
  identitiesOf: ReadonlyMap<string, readonly string[]>,
  trusted: Trusted,
): Promise<{ bodies: Map<number, DossierGrantBody>; warnings: DossierWarning[] }> {
  const bodies = new Map<number, DossierGrantBody>()
  const warnings: DossierWarning[] = []
  for (const { epoch, holder, sealed } of grants.toSorted((a, b) => a.epoch - b.epoch)) {
    const identities = identitiesOf.get(holder) ?? []
    if (identities.length === 0) continue
    const body = await openWithAny('grant', sealed, identities, epoch, trusted)
    const twin = bodies.get(epoch)
    const isGood = body?.holder === holder && (twin === undefined || twin.identity === body.identity)
    if (body && isGood) bodies.set(epoch, twin ?? body)
    else warnings.push({ kind: 'bad-grant', epoch })
  }
  return { bodies, warnings }
}

/** The keys of the records, as far as the reader has the dossier key of their epoch. */
export async function openRecordKeys(
  records: readonly StoredRecordKey[],
  dossierIdentities: ReadonlyMap<number, string>,
  trusted: Trusted,
): Promise<{ identities: RecordIdentities; warnings: DossierWarning[] }> {
  const identities = new Map<string, Map<number, string>>()
  const warnings: DossierWarning[] = []
  for (const { record, epoch, sealed } of records) {
    const key = dossierIdentities.get(epoch)
    const body = key === undefined ? null : await openWithAny('record', sealed, [key], epoch, trusted)
    const byEpoch = identities.get(record) ?? new Map<number, string>()
    identities.set(record, byEpoch)
    if (body?.record === record) byEpoch.set(epoch, body.identity)
    else warnings.push({ kind: 'bad-record', record, epoch })
  }
  return { identities, warnings }
}

async function openWithAny<P extends DossierPurpose>(
  purpose: P,
  sealed: string | Uint8Array,
  identities: readonly string[],
  epoch: number,
  { site, dossier, nameOf }: Trusted,
): Promise<DossierBodies[P] | null> {
  for (const identity of identities) {
    const opened = await openInDossier(sealed, identity, { site, dossier, epoch, purposes: [purpose], nameOf })
    if (opened.ok && isDossierBody(purpose, opened.value.body)) return opened.value.body
  }
  return null
}
