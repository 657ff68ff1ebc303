import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Material } from '../../crypto/dossier-body.ts'
import type { OpenedDossier } from '../../crypto/dossier-open.ts'

/** One thing that goes round, as it was last described; `what` in the words of whoever wrote it. */
export type MaterialLine = Material & Readonly<{ what: string; since: LocalDate; writtenOn: LocalDate; by: string }>

/** What still goes round first, and of that the newest; what was taken back does not count. */
export function materialsOf(entries: OpenedDossier['entries']): readonly MaterialLine[] {
  const takenBack = new Set(entries.flatMap(({ entry }) => (entry.kind === 'corrected' ? (entry.refersTo ?? []) : [])))
  const lines = new Map<string, MaterialLine>()
  for (const { entry, words, authorName } of entries) {
    if (!words.material || takenBack.has(entry.id)) continue
    const since = lines.get(words.material.item)?.since ?? entry.happenedOn
    const written = { what: words.text, since, writtenOn: entry.recordedOn, by: authorName }
    lines.set(words.material.item, { ...words.material, ...written })
  }
  const rank = ({ goneOn }: MaterialLine) => (goneOn === null ? 0 : 1)
  return [...lines.values()].toReversed().toSorted((a, b) => rank(a) - rank(b))
}

/** As it stands in the fields; an empty day is one that is not known. */
export type TypedMaterial = Readonly<{ what: string; where: string; spread: string; askedOn: string; goneOn: string }>

export const blankMaterial: TypedMaterial = { what: '', where: '', spread: '', askedOn: '', goneOn: '' }

export const toTyped = ({ what, where, spread, askedOn, goneOn }: MaterialLine): TypedMaterial => ({
  ...{ what, where, spread },
  ...{ askedOn: askedOn ?? '', goneOn: goneOn ?? '' },
})

export type MaterialTrouble = Readonly<{ what?: 'what'; where?: 'where'; askedOn?: DayTrouble; goneOn?: DayTrouble }>
type DayTrouble = 'future' | 'before'

/** What has to be put right before it can be kept, by field. */
export function materialTroubles({ what, where, askedOn, goneOn }: TypedMaterial, today: LocalDate): MaterialTrouble {
  const gone = goneOn > today ? 'future' : goneOn !== '' && askedOn !== '' && goneOn < askedOn ? 'before' : null
  return {
    ...(what.trim() === '' && { what: 'what' as const }),
    ...(where.trim() === '' && { where: 'where' as const }),
    ...(askedOn > today && { askedOn: 'future' as const }),
    ...(gone && { goneOn: gone as DayTrouble }),
  }
}

export const toMaterial = (item: string, { where, spread, askedOn, goneOn }: TypedMaterial): Material => ({
  ...{ item, where: where.trim(), spread: spread.trim() },
  ...{ askedOn: askedOn === '' ? null : askedOn, goneOn: goneOn === '' ? null : goneOn },
})
