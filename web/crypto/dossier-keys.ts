import type { LocalDate } from '../../api/domain/local-date.ts'
import { toBase64Url } from './bytes.ts'
import { sealInDossier } from './dossier-envelope.ts'
import type { DossierAuthor, DossierHeader, DossierPurpose } from './dossier-header.ts'
import type { Grantee, Reader } from './grant.ts'
import { type IdentityPair, newIdentity } from './identity.ts'

/** Whoever writes in a dossier. `secret` is their signing seed. */
export type DossierWriter = Readonly<{
  site: string
  dossier: string
  author: DossierAuthor
  secret: Uint8Array
  on: LocalDate
}>

export type SealedFor = { holder: string; sealed: string }
export type SealedRecordKey = { record: string; sealed: string }

/** The header of something that has no place among the entries. */
export const loose = <P extends DossierPurpose>({ secret: _, ...by }: DossierWriter, epoch: number, purpose: P) =>
  ({ v: 1, ...by, epoch, purpose, number: 0, seen: {} }) as const satisfies DossierHeader

/** The dossier key of one epoch, for each of these. @param readers - all who have it after this. */
export async function sealDossierGrants(
  writer: DossierWriter,
  key: Readonly<{ epoch: number; identity: string; siteKey: string }>,
  to: readonly Grantee[],
  readers: readonly Reader[],
): Promise<SealedFor[]> {
  const { epoch, identity, siteKey } = key
  const named = readers.map(({ holder, name }) => ({ holder, name }))
  const sealed: SealedFor[] = []
  for (const { holder, recipient } of to) {
    const body = { identity, holder, siteKey, readers: named }
    const file = await sealInDossier(loose(writer, epoch, 'grant'), body, writer.secret, recipient)
    sealed.push({ holder, sealed: toBase64Url(file) })
  }
  return sealed
}

/** A new key for one record, sealed to the dossier's key of that epoch. */
export async function newRecordKey(
  writer: DossierWriter,
  dossierKey: Readonly<{ epoch: number; recipient: string }>,
  record: string,
): Promise<IdentityPair & Readonly<{ sealed: SealedRecordKey }>> {
  const pair = await newIdentity()
  const header = loose(writer, dossierKey.epoch, 'record')
  const file = await sealInDossier(header, { record, identity: pair.identity }, writer.secret, dossierKey.recipient)
  return { ...pair, sealed: { record, sealed: toBase64Url(file) } }
}
