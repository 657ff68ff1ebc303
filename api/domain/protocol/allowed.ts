import { type Answer, evaluate, type Missing } from './condition.ts'
import type { Closing, HandOver, Measure, Reopening } from './definition.ts'
import { type History, recordsWith } from './history.ts'
import { type StepState, stepStates } from './open-steps.ts'
import { type Hands, handsOf, type Reader, rolesNamed } from './people.ts'

/** Whether something may be recorded next, by whom, and what lacks if not. */
export type Allowance = Hands &
  Readonly<{ key: string; record: string | null; isAllowed: boolean; missing: readonly Missing[] }>

export type Allowed = Readonly<{
  measures: readonly Allowance[]
  handOvers: readonly Allowance[]
  circumstances: readonly Allowance[]
  closings: readonly Allowance[]
  reopenings: readonly Allowance[]
}>

export function allowedNow(history: History, readers: readonly Reader[], states: readonly StepState[]): Allowed {
  const { protocol, isClosed, handler } = history
  const allowance = (
    key: string,
    record: string | null,
    roles: readonly string[],
    answer: Answer | null,
  ): Allowance => ({
    ...handsOf(rolesNamed(roles, history), key, history, readers),
    ...{ key, record, isAllowed: !answer?.missing, missing: answer?.missing ?? [] },
  })
  const everybody = Object.keys(protocol.roles)
  if (isClosed) {
    const reopenings = protocol.reopenings.map(({ key, by }: Reopening) => allowance(key, null, by, null))
    return { measures: [], handOvers: [], circumstances: [], closings: [], reopenings }
  }
  return {
    measures: protocol.measures.flatMap((measure) =>
      measuredFor(measure, history).map((record) =>
        allowance(measure.key, record, measure.by, measureAnswer(measure, record, history)),
      ),
    ),
    handOvers: protocol.handOvers
      .filter(({ to }) => to !== handler.role)
      .map((handOver: HandOver) =>
        allowance(handOver.to, null, handOver.by, evaluate(handOver.requires, null, history)),
      ),
    circumstances: protocol.circumstances.flatMap(({ key, by, about }) =>
      (about ? recordsWith([about], history) : [null]).map((record) => allowance(key, record, by ?? everybody, null)),
    ),
    closings: protocol.closings.map((closing) =>
      allowance(closing.key, null, closing.by, closingAnswer(closing, history, states)),
    ),
    reopenings: [],
  }
}

const measuredFor = ({ about }: Measure, history: History): readonly (string | null)[] =>
  about ? recordsWith([about], history) : [null]

export const measureAnswer = ({ requires }: Measure, record: string | null, history: History): Answer =>
  evaluate(requires, record, history)

/** What a closing asks, and, where nothing may be left, every step that still is. */
export function closingAnswer(
  { requires, needsAllSettled }: Closing,
  history: History,
  states = stepStates(history),
): Answer {
  const answer = evaluate(requires, null, history)
  const left: readonly Missing[] = needsAllSettled
    ? states
        .filter(({ step, status }) => status === 'open' && !step.isOptional && !step.recurs)
        .map(({ step, record }) => ({ kind: 'step', key: step.key, record }))
    : []
  const isNamed = (one: Missing) =>
    'key' in one &&
    answer.missing?.some((other) => 'key' in other && other.key === one.key && other.record === one.record)
  const missing = [...(answer.missing ?? []), ...left.filter((one) => !isNamed(one))]
  return missing.length > 0 ? { since: null, missing } : answer
}
