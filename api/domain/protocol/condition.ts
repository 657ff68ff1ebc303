import type { LocalDate } from '../local-date.ts'
import type { Condition } from './definition.ts'
import { type History, inForceSince, instancesOf, isAboutKnown, recordsWith, settlementOf } from './history.ts'
import { earliest, latest, type Moment, momentOf } from './moment.ts'

/**
 * What lacks, by its key in the definition. `one-of`: any of these lists would do. `unless`: this stands in the way.
 * `later`: only what is recorded on a day after this one counts, so it may be in the dossier and lack all the same.
 */
export type Missing =
  | Readonly<{
      kind: 'way' | 'circumstance' | 'step' | 'measure' | 'record' | 'handler'
      key: string
      record: string | null
      later?: LocalDate
    }>
  | Readonly<{ kind: 'one-of'; options: readonly (readonly Missing[])[] }>
  | Readonly<{ kind: 'unless'; keys: readonly string[] }>

/** Since when a condition holds, or what it lacks. */
export type Answer = Readonly<{ since: Moment; missing: null }> | Readonly<{ since: null; missing: readonly Missing[] }>

/** @param record - the student whose step or measure asks, or null. */
export function evaluate(condition: Condition, record: string | null, history: History): Answer {
  const { opened } = history
  if (opened === null) return lacks('way', '', null)
  const beginning = momentOf(opened)
  const since = (moment: Moment | null, kind: LeafKind, key: string, of = record): Answer =>
    moment === null ? lacks(kind, key, of) : { since: moment, missing: null }

  if ('always' in condition) return since(beginning, 'way', '')
  if ('way' in condition) return since(opened.code === condition.way ? beginning : null, 'way', condition.way, null)
  if ('circumstance' in condition) return circumstance(condition, record, history)
  if ('settled' in condition) return step(condition.settled, false, record, history)
  if ('done' in condition) return step(condition.done, true, record, history)
  if ('measure' in condition) return since(measured(condition.measure, record, history), 'measure', condition.measure)
  if ('record' in condition) {
    const added = history.records.filter(({ part }) => part === condition.record).map((one) => one.since)
    return since(earliest(added), 'record', condition.record, null)
  }
  if ('handler' in condition) {
    const { role, since: from } = history.handler
    return since(role === condition.handler ? (from ?? beginning) : null, 'handler', condition.handler, null)
  }
  if ('all' in condition)
    return all(
      condition.all.map((one) => evaluate(one, record, history)),
      beginning,
    )
  if ('any' in condition) return any(condition.any.map((one) => evaluate(one, record, history)))
  const inner = evaluate(condition.not, record, history)
  return inner.missing === null
    ? { since: null, missing: [{ kind: 'unless', keys: keysOf(condition.not) }] }
    : { since: beginning, missing: null }
}

type LeafKind = 'way' | 'circumstance' | 'step' | 'measure' | 'record' | 'handler'

const lacks = (kind: LeafKind, key: string, record: string | null, later?: LocalDate): Answer => ({
  since: null,
  missing: [{ kind, key, record, ...(later && { later }) }],
})

function circumstance(
  { circumstance: key, after, ofEvery }: Extract<Condition, { circumstance: string }>,
  record: string | null,
  history: History,
): Answer {
  const before = after && evaluate(after, record, history)
  if (before?.missing) return before
  const of = (one: string | null): Answer => {
    const moment = inForceSince(key, one, history, before?.since ?? null)
    return moment === null ? lacks('circumstance', key, one, before?.since?.day) : { since: moment, missing: null }
  }
  if (!ofEvery) return of(record)
  const records = recordsWith([ofEvery], history)
  const [first] = records
  return first === undefined ? lacks('record', ofEvery, null) : all(records.map(of), null)
}

/** A step of the same student where it is taken with them, else with everybody it is taken with. */
function step(key: string, doneOnly: boolean, record: string | null, history: History): Answer {
  const found = history.protocol.steps.find((one) => one.key === key)
  // What the protocol does not have, nobody waits for; the check at start-up names it.
  if (!found) return all([], history.opened && momentOf(history.opened))
  const instances = instancesOf(found, history)
  const mine = record !== null && instances.includes(record) ? [record] : instances
  const answers = mine.map((of): Answer => {
    const settlement = settlementOf(found, of, history)
    return settlement && (!doneOnly || settlement.how === 'done')
      ? { since: momentOf(settlement.entry), missing: null }
      : lacks('step', key, of)
  })
  return all(answers, null)
}

const measured = (key: string, record: string | null, { entries, ...history }: History): Moment | null =>
  earliest(
    entries
      .filter((entry) => entry.kind === 'measure' && entry.code === key && isAboutKnown(entry, history))
      .filter((entry) => record === null || entry.record === null || entry.record === record)
      .map(momentOf),
  )

function all(answers: readonly Answer[], otherwise: Moment | null): Answer {
  const missing = answers.flatMap((answer) => answer.missing ?? [])
  if (missing.length > 0) return { since: null, missing }
  const since = latest(answers.flatMap((answer) => answer.since ?? [])) ?? otherwise
  return since === null ? { since: null, missing: [] } : { since, missing: null }
}

function any(answers: readonly Answer[]): Answer {
  const since = earliest(answers.flatMap((answer) => answer.since ?? []))
  if (since !== null) return { since, missing: null }
  return { since: null, missing: [{ kind: 'one-of', options: answers.map((answer) => answer.missing ?? []) }] }
}

/** Every key of the definition that a condition names. */
export function keysOf(condition: Condition): readonly string[] {
  if ('always' in condition) return []
  if ('all' in condition) return condition.all.flatMap(keysOf)
  if ('any' in condition) return condition.any.flatMap(keysOf)
  if ('not' in condition) return keysOf(condition.not)
  if ('circumstance' in condition) return [condition.circumstance, ...(condition.after ? keysOf(condition.after) : [])]
  return Object.values(condition)
}
