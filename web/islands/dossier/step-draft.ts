import type { DossierEntry } from '../../../api/domain/dossier/entry.ts'
import { localDate } from '../../../api/domain/local-date.ts'
import type { Protocol, Step } from '../../../api/domain/protocol/definition.ts'
import type { EntryWords } from '../../crypto/dossier-body.ts'
import { blank } from '../../crypto/dossier-write.ts'

/** What somebody typed about a step that was taken. */
export type TypedStep = {
  happenedOn: string
  hour: string
  withWhom: string
  actions: string[]
  /** One for each prompt of the step, in its order. */
  answers: string[]
  written: string
  agreement: string
  agreementOn: string
  /** The circumstance or role that was chosen, where the step is to decide. */
  decision: string
}

export const blankStep = ({ prompts = [] }: Step, today: string): TypedStep => ({
  ...{ happenedOn: today, hour: '', withWhom: '', actions: [], answers: prompts.map(() => '') },
  ...{ written: '', agreement: '', agreementOn: '', decision: '' },
})

/** The fields in which something is wrong. */
export type StepFault = 'date' | 'future' | 'hour' | 'choose' | 'text' | 'agreementOn'

export function stepFaults(step: Step, typed: TypedStep, today: string): StepFault[] {
  const { happenedOn, hour, written, answers, actions, agreement, agreementOn, decision } = typed
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(happenedOn)
  const isEmpty = [written, ...answers].every((one) => one.trim() === '') && actions.length === 0
  const isDecided = !(step.decides || step.handsOverTo) || decision !== ''
  return [
    ...(isDay ? [] : (['date'] as const)),
    ...(isDay && happenedOn > today ? (['future'] as const) : []),
    ...(hour === '' || (/^\d{1,2}$/.test(hour) && Number(hour) <= 23) ? [] : (['hour'] as const)),
    ...(isDecided ? [] : (['choose'] as const)),
    ...(isEmpty ? (['text'] as const) : []),
    ...(agreement.trim() !== '' && agreementOn < today ? (['agreementOn'] as const) : []),
  ]
}

/** The entry that settles the step: itself, the circumstance that was decided on, or who handles it from now on. */
export function stepDraft(id: string, step: Step, record: string | null, typed: TypedStep, protocol: Protocol) {
  const { happenedOn, hour, decision } = typed
  const at = { ...blank, id, record, happenedOn: localDate(happenedOn), hour: hour === '' ? null : Number(hour) }
  if (step.handsOverTo) return { ...at, kind: 'handed-over', code: decision, record: null } as const
  if (!step.decides) return { ...at, kind: 'step-done', code: step.key } as const
  const circumstance = protocol.circumstances.find(({ key }) => key === decision)
  return { ...at, kind: 'circumstance', code: decision, record: circumstance?.about ? record : null } as const
}

/** Answers by `p1`, `p2` for the prompts, and by the key of each action that was done. */
export function stepWords({ withWhom, answers, actions, written }: TypedStep): EntryWords {
  const people = withWhom.split(',').flatMap((name) => name.trim() || [])
  const said = [
    ...answers.flatMap((answer, at) => (answer.trim() ? [[`p${at + 1}`, answer.trim()] as const] : [])),
    ...actions.map((key) => [key, 'x'] as const),
  ]
  return {
    text: written.trim(),
    ...(people.length > 0 && { withWhom: people }),
    ...(said.length > 0 && { answers: Object.fromEntries(said) }),
  }
}

/** The agreement that was made in the same talk, or null. */
export const agreementDraft = (id: string, record: string | null, { agreement, ...typed }: TypedStep) =>
  agreement.trim() === ''
    ? null
    : ({
        ...{ ...blank, id, kind: 'agreement' as DossierEntry['kind'], record },
        ...{ happenedOn: localDate(typed.happenedOn), dueOn: localDate(typed.agreementOn) },
      } as const)
