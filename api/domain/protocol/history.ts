import type { DossierEntry, Part } from '../dossier/entry.ts'
import { erasedRecords } from '../dossier/erasure.ts'
import type { LocalDate } from '../local-date.ts'
import { type Protocol, reopened, type Step } from './definition.ts'
import { earliest, latest, type Moment, momentOf } from './moment.ts'

/** Somebody's record in the dossier. */
export type InvolvedRecord = Readonly<{ record: string; part: Part; since: Moment }>

/** What the entries come to, whatever order they arrived in. */
export type History = Readonly<{
  protocol: Protocol
  /** Without what was taken back, in the order in which it happened. */
  entries: readonly DossierEntry[]
  opened: DossierEntry | null
  isClosed: boolean
  isHeld: boolean
  /** When it last began anew because it happened again. */
  reopenedOn: LocalDate | null
  handler: Readonly<{ role: string; since: Moment | null }>
  records: readonly InvolvedRecord[]
}>

export function historyOf(protocol: Protocol, all: readonly DossierEntry[]): History {
  const takenBack = new Set(all.filter(({ kind }) => kind === 'corrected').map(({ refersTo }) => refersTo))
  const entries = [...new Map(all.map((entry) => [entry.id, entry])).values()]
    .filter(({ id, kind }) => !takenBack.has(id) && kind !== 'corrected')
    .sort(inOrder)
  const count = (kind: DossierEntry['kind']) => entries.filter((entry) => entry.kind === kind).length
  const erased = erasedRecords(entries)
  const opened = entries.find(({ kind }) => kind === 'opened') ?? null
  const handedOver = entries.findLast(({ kind }) => kind === 'handed-over')
  const recurrences = protocol.reopenings.filter(({ isRecurrence }) => isRecurrence).map(({ key }) => key)
  return {
    protocol,
    entries,
    opened,
    // They alternate, so that counting needs no order within a day.
    isClosed: count('closed') > count('reopened'),
    isHeld: count('held') > count('hold-ended'),
    reopenedOn:
      entries.findLast(({ kind, code }) => kind === 'reopened' && recurrences.includes(code ?? ''))?.happenedOn ?? null,
    handler: handedOver?.code
      ? { role: handedOver.code, since: momentOf(handedOver) }
      : { role: protocol.firstHandler, since: opened && momentOf(opened) },
    // Whose record was erased is involved no more: what happens again is begun anew.
    records: entries.flatMap((entry) =>
      entry.kind === 'record-added' && entry.record !== null && !erased.includes(entry.record)
        ? [{ record: entry.record, part: entry.code as Part, since: momentOf(entry) }]
        : [],
    ),
  }
}

/** A student for whom a step is taken; null where it is taken once, or where nobody with the part is known yet. */
export function instancesOf(step: Step, history: History): readonly (string | null)[] {
  const records = recordsWith(step.eachOf ?? [], history)
  return records.length > 0 ? records : [null]
}

export const recordsWith = (parts: readonly Part[], { records }: History): readonly string[] =>
  records.filter(({ part }) => parts.includes(part)).map(({ record }) => record)

export type Settlement = Readonly<{ entry: DossierEntry; how: 'done' | 'skipped' }>

/** How a step was settled for this student, or null. Of several entries the first counts, or the last of one that recurs. */
export function settlementOf(step: Step, record: string | null, history: History): Settlement | null {
  const from = anewFrom(step, record, history)
  const counting = history.entries.filter(
    (entry) => entry.record === record && (from === null || from <= entry.happenedOn),
  )
  const done = counting.filter(({ kind, code }) =>
    step.decides
      ? kind === 'circumstance' && step.decides.includes(code ?? '')
      : step.handsOverTo
        ? kind === 'handed-over' && code === step.handsOverTo
        : kind === 'step-done' && code === step.key,
  )
  const skipped = counting.find(({ kind, code }) => kind === 'step-skipped' && code === step.key)
  const entry = step.recurs ? done.at(-1) : (done[0] ?? handedOverTo(step, history))
  // Skipping ends what comes back; what is taken once may be done after all.
  if (skipped && (step.recurs || !entry)) return { entry: skipped, how: 'skipped' }
  return entry ? { entry, how: 'done' } : null
}

/** Who handles it already cannot be handed it again, however long ago that was. */
const handedOverTo = ({ handsOverTo }: Step, { handler, entries }: History): DossierEntry | undefined =>
  handsOverTo === handler.role ? entries.findLast(({ kind }) => kind === 'handed-over') : undefined

/** The day before which nothing counts for this step, or null. */
export function anewFrom(step: Step, record: string | null, history: History): LocalDate | null {
  const days = (step.anewAfter ?? []).map((key) =>
    key === reopened ? history.reopenedOn : (lastSaid(key, record, history)?.day ?? null),
  )
  return days.reduce((last, day) => (last === null || (day !== null && day > last) ? day : last), null)
}

/** When a circumstance was last recorded for this student, or for all; null when it is not in force. */
export const inForce = (key: string, record: string | null, history: History): Moment | null =>
  latest(momentsInForce(key, record, history))

/** When it was last recorded, whether or not something else is in force since. */
const lastSaid = (key: string, record: string | null, history: History): Moment | null =>
  latest(
    circumstancesSaid(history)
      .filter((one) => one.key === key && (record === null || one.record === null || one.record === record))
      .map(({ moment }) => moment),
  )

/** Since when a circumstance holds; with `from` only what was recorded on a later day counts. */
export const inForceSince = (key: string, record: string | null, history: History, from: Moment | null) =>
  earliest(momentsInForce(key, record, history).filter((moment) => from === null || moment.day > from.day))

function momentsInForce(key: string, record: string | null, history: History): readonly Moment[] {
  const { protocol, reopenedOn } = history
  const circumstance = protocol.circumstances.find((one) => one.key === key)
  if (!circumstance) return []
  const isOver = (day: LocalDate) => circumstance.untilReopened && reopenedOn !== null && day < reopenedOn
  const said = circumstancesSaid(history).filter(
    (one) => (record === null || one.record === null || one.record === record) && !isOver(one.moment.day),
  )
  if (circumstance.group === undefined) return said.filter((one) => one.key === key).map(({ moment }) => moment)
  const inGroup = said.filter((one) => groupOf(one.key, protocol) === circumstance.group)
  // Those that say the same as the last one in a row; each student has a row of their own.
  const rows = new Map(inGroup.map((one) => [one.record, inGroup.filter(({ record: of }) => of === one.record)]))
  return [...rows.values()].flatMap((row) => {
    const lastOther = row.findLastIndex((one) => one.key !== key)
    return row.slice(lastOther + 1).map(({ moment }) => moment)
  })
}

/** What was said of a student goes when their record is taken back: it was not them. */
export const isAboutKnown = ({ record }: DossierEntry, { records }: Pick<History, 'records'>): boolean =>
  record === null || records.some((one) => one.record === record)

type Said = Readonly<{ key: string; record: string | null; moment: Moment }>

/** Circumstances somebody recorded, and those that a reopening brings. */
function circumstancesSaid({ protocol, entries, ...history }: History): readonly Said[] {
  return entries.flatMap((entry) => {
    if (entry.kind === 'circumstance' && entry.code !== null && isAboutKnown(entry, history))
      return [{ key: entry.code, record: entry.record, moment: momentOf(entry) }]
    if (entry.kind !== 'reopened') return []
    const sets = protocol.reopenings.find(({ key }) => key === entry.code)?.sets ?? []
    return sets.map((key) => ({ key, record: null, moment: momentOf(entry) }))
  })
}

export const groupOf = (key: string, protocol: Protocol): string | undefined =>
  protocol.circumstances.find((one) => one.key === key)?.group

/** By what happened first; of one day by the id, so that the answer does not hang on who was first to send. */
const inOrder = (a: DossierEntry, b: DossierEntry): number =>
  a.happenedOn === b.happenedOn
    ? compare(rankOf(a), rankOf(b)) || compare(a.id, b.id)
    : compare(a.happenedOn, b.happenedOn)

/** Within a day a reopening comes last: that it happened again outweighs what was still thought that morning. */
const rankOf = ({ kind }: DossierEntry): number => (kind === 'opened' ? 0 : kind === 'reopened' ? 2 : 1)

const compare = <Value extends string | number>(a: Value, b: Value): number => (a < b ? -1 : a > b ? 1 : 0)
