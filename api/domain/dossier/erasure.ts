import type { DossierEntry } from './entry.ts'

/** Wisverzoek: that what is kept about one pupil is erased. `by` and `on` say who wrote it down, and when. */
export type ErasureRequest = Readonly<{
  id: string
  record: string
  by: string
  on: DossierEntry['recordedOn']
  state: 'open' | 'declined' | 'erased'
  /** Who decided and when; null while nobody did. */
  answer: Readonly<Pick<DossierEntry, 'by' | 'recordedOn'>> | null
}>

/** In the order of the entries. One that names nobody who was added is none. */
export function erasureRequests(entries: readonly DossierEntry[]): readonly ErasureRequest[] {
  const answers = new Map(
    entries.flatMap((entry) =>
      entry.refersTo !== null && (entry.kind === 'erasure-declined' || entry.kind === 'record-erased')
        ? [[entry.refersTo, entry]]
        : [],
    ),
  )
  const records = new Map(entries.flatMap(({ id, kind, record }) => (kind === 'record-added' ? [[id, record]] : [])))
  return entries.flatMap(({ id, kind, refersTo, by, recordedOn }) => {
    const record = kind === 'erasure-asked' && refersTo !== null ? records.get(refersTo) : null
    if (!record) return []
    const answer = answers.get(id) ?? null
    const state = answer === null ? 'open' : answer.kind === 'record-erased' ? 'erased' : 'declined'
    return [{ id, record, by, on: recordedOn, state, answer }]
  })
}

export const erasedRecords = (entries: readonly DossierEntry[]): readonly string[] =>
  erasureRequests(entries).flatMap(({ record, state }) => (state === 'erased' ? [record] : []))
