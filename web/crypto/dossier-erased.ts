import type { DossierEntry } from '../../api/domain/dossier/entry.ts'
import { isCount, isHolderId, isListOf, isRecord } from './shape.ts'
import { isSigningKey } from './signing.ts'

/**
 * What whoever erases a record says of each entry that was in it, and signs: its plain facts, and what its writer had
 * signed about its place. By this a reader tells what was erased from what a server left out.
 */
export type ErasedEntry = Readonly<{
  entry: DossierEntry
  epoch: number
  number: number
  /** The public signing key of its writer. */
  key: string
  seen: Readonly<Record<string, number>>
}>

/** More than anybody writes about one pupil. */
const mostEntries = 2_000

export const isErasedList = (value: unknown, isEntry: (given: unknown) => boolean): value is readonly ErasedEntry[] =>
  isListOf(value, (one): one is ErasedEntry => isErased(one, isEntry), mostEntries)

const isErased = (value: unknown, isEntry: (given: unknown) => boolean): boolean =>
  isRecord(value) &&
  isEntry(value['entry']) &&
  isCount(value['epoch'], 1) &&
  isCount(value['number'], 1) &&
  isSigningKey(value['key']) &&
  isRecord(value['seen']) &&
  Object.entries(value['seen']).every(([author, number]) => isHolderId(author) && isCount(number, 1, 100_000))

/** An entry that was verified, as far as a statement looks at it. */
export type Stated = Readonly<{ entry: DossierEntry; words: Readonly<{ erased?: readonly ErasedEntry[] }> }>

/**
 * What was said of erased entries, by their id. A statement counts only for the record that was asked about, and only
 * when somebody else had asked: one person alone can make nothing look erased.
 */
export function readErasures(verified: readonly Stated[]): ReadonlyMap<string, ErasedEntry> {
  const asked = new Map(verified.flatMap(({ entry }) => (entry.kind === 'erasure-asked' ? [[entry.id, entry]] : [])))
  return new Map(
    verified.flatMap(({ entry: { kind, by, refersTo }, words: { erased = [] } }) => {
      const request = kind === 'record-erased' && refersTo !== null ? asked.get(refersTo) : undefined
      if (!request || request.by === by) return []
      const added = erased.find(({ entry }) => entry.id === request.refersTo && entry.kind === 'record-added')
      const record = added?.entry.record ?? null
      return erased.flatMap((one) => (record !== null && one.entry.record === record ? [[one.entry.id, one]] : []))
    }),
  )
}
