import type { Part } from '../../api/domain/dossier/entry.ts'
import type { LocalDate } from '../../api/domain/local-date.ts'
import { toBase64Url } from './bytes.ts'
import { type CardBody, type InvolvedPerson, isDossierBody } from './dossier-body.ts'
import { openInDossier, sealInDossier } from './dossier-envelope.ts'
import { type DossierWriter, loose } from './dossier-keys.ts'
import type { Grantee } from './grant.ts'
import { readStaffNames } from './staff-names.ts'

export type SealedCard = { record: string; holder: string; sealed: string }

/** A card for each keeper of dossiers. It says no more than is needed to recognise somebody. */
export async function sealCards(
  writer: DossierWriter,
  { record, part, person }: Readonly<{ record: string; part: Part; person: InvolvedPerson }>,
  keepers: readonly Grantee[],
): Promise<SealedCard[]> {
  const { kind, name, classGroup } = person
  const cards: SealedCard[] = []
  for (const { holder, recipient } of keepers) {
    const body = { record, kind, name, classGroup, part }
    const sealed = await sealInDossier(loose(writer, 1, 'card'), body, writer.secret, recipient)
    cards.push({ record, holder, sealed: toBase64Url(sealed) })
  }
  return cards
}

/** A card as the server gives it. */
export type StoredCard = Readonly<{ dossier: string; record: string; holder: string; sealed: string | Uint8Array }>

/** A card that a certified member of staff made for this record of this dossier. */
export type OpenedCard = CardBody & Readonly<{ dossier: string; madeOn: LocalDate }>

/** Cards that open and are signed; `failed` counts the others. */
export async function openCards(
  stored: readonly StoredCard[],
  place: Readonly<{ site: string; siteKey: string; certificates: readonly string[] }>,
  identities: ReadonlyMap<string, readonly string[]>,
): Promise<{ cards: OpenedCard[]; failed: number }> {
  const nameOf = readStaffNames(place.certificates, place.siteKey, place.site)
  const cards: OpenedCard[] = []
  for (const card of stored) {
    const expect = { site: place.site, dossier: card.dossier, epoch: 1, purposes: ['card'], nameOf } as const
    for (const identity of identities.get(card.holder) ?? []) {
      const opened = await openInDossier(card.sealed, identity, expect)
      if (!opened.ok || !isDossierBody('card', opened.value.body) || opened.value.body.record !== card.record) continue
      cards.push({ ...opened.value.body, dossier: card.dossier, madeOn: opened.value.header.on })
      break
    }
  }
  return { cards, failed: stored.length - cards.length }
}
