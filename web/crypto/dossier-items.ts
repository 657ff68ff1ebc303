import { readErasures } from './dossier-erased.ts'
import type { DossierHeader } from './dossier-header.ts'
import {
  type DossierAnnouncement,
  type DossierEntryOpened,
  type StoredEntry,
  type Trusted,
  verifyErased,
} from './dossier-verify.ts'
import type { DossierWarning } from './dossier-warning.ts'

/** Something in a dossier that was verified, as the check of the order looks at it. */
export type DossierItem = Readonly<{
  about: Readonly<{ sequence: number; id: string; epoch: number }>
  header: Readonly<{ author: Readonly<{ holder: string }> } & Pick<DossierHeader, 'number' | 'seen'>>
  signature: string
  isInEpoch: boolean
  opened?: DossierEntryOpened
  announcement?: DossierAnnouncement
}>

/** An entry without a ciphertext, and the place it had among the others. */
export type GoneEntry = Readonly<{ stored: StoredEntry; at: number; isInEpoch: boolean }>

/** Puts what was erased back in its place, as far as whoever erased it says that it was there. */
export function withErased(opened: readonly DossierItem[], gone: readonly GoneEntry[], trusted: Trusted) {
  const said = readErasures(opened.flatMap((item) => (item.isInEpoch && item.opened ? [item.opened] : [])))
  const items = [...opened]
  const unsaid: DossierWarning[] = []
  // From the end, so that the places before it stay what they were.
  for (const { stored, at, isInEpoch } of gone.toReversed()) {
    const about = { sequence: stored.sequence, id: stored.id, epoch: stored.epoch }
    const erased = verifyErased(stored, said.get(stored.id), trusted)
    if (!erased) unsaid.push({ kind: 'unopenable', ...about })
    else {
      const header = { author: { holder: erased.opened.entry.by }, number: erased.number, seen: erased.seen }
      items.splice(at, 0, { about, header, isInEpoch, opened: erased.opened, signature: `erased ${stored.id}` })
    }
  }
  return { items, unsaid }
}
