/**
 * The route through the questions is computed from the answers each time; nothing remembers "where we are" but the
 * page itself. So a question that an answer opens is always asked before the check page, a question that an answer
 * closes is never seen and its answers go, and a page that is not on the route cannot be reached (after
 * forms-runner's journey.rb).
 */
import type { Answers, FlowContext } from './answers.ts'
import { type Question, type QuestionKey, questions } from './questions.ts'
import type { Refused } from './refusals.ts'

export type Step = 'start' | QuestionKey | 'check'

/** What each answered question was about, at the moment it was answered. */
export type Answered = Readonly<Partial<Record<QuestionKey, string>>>

export type Journey = Readonly<{ answers: Answers; answered: Answered; context: FlowContext }>

/** The questions that these answers lead through, in order. */
export function route({ answers, context }: Journey): Question[] {
  return questions.filter((question) => question.isAsked?.(answers, context) ?? true)
}

export function refuse(key: QuestionKey, { answers, context }: Journey): readonly Refused[] {
  return questionOf(key).refuse(answers, context)
}

/** The journey after a question was answered well: marked as answered, and without what it closed. */
export function answer(key: QuestionKey, journey: Journey): Journey {
  const about = aboutOf(questionOf(key), journey)
  return withoutClosed({ ...journey, answered: { ...journey.answered, [key]: about } })
}

export function nextStep(step: Step, journey: Journey, isChanging = false): Step {
  if (isChanging) return firstOpen(journey)
  const keys = stepsOf(journey)
  return keys[keys.indexOf(step) + 1] ?? 'check'
}

export function previousStep(step: Step, journey: Journey): Step {
  const keys = stepsOf(journey)
  return keys[keys.indexOf(step) - 1] ?? 'start'
}

/** A step is open to whoever answered everything before it. */
export function canVisit(step: Step, journey: Journey): boolean {
  const keys = stepsOf(journey)
  return keys.includes(step) && keys.indexOf(step) <= keys.indexOf(firstOpen(journey))
}

/** The first question without a good answer, or the check page. */
export function firstOpen(journey: Journey): Step {
  return route(journey).find((question) => !isAnswered(question, journey))?.key ?? 'check'
}

export function isAnswered(question: Question, journey: Journey): boolean {
  const { answers, answered, context } = journey
  return answered[question.key] === aboutOf(question, journey) && question.refuse(answers, context).length === 0
}

/** "Vraag 4 van 11": follow-ups keep the number of the question they follow, so `of` never changes on the way. */
export function numberOf(key: QuestionKey, { answers, context }: Journey) {
  const isMain = (question: Question) => question.follows === undefined
  const main = questions.filter((question) => isMain(question) && (question.isAsked?.(answers, context) ?? true))
  const { follows } = questionOf(key)
  return {
    number: main.findIndex((question) => question.key === (follows ?? key)) + 1,
    of: main.length,
    isFollowUp: follows !== undefined,
  }
}

/** Drops the answers of questions that are not asked any more, or that ask about something else now. */
function withoutClosed(journey: Journey): Journey {
  let { answers, answered } = journey
  // In the order of asking, because a dropped answer can only close what comes after it.
  for (const question of questions) {
    const now = { ...journey, answers, answered }
    const isAsked = question.isAsked?.(answers, journey.context) ?? true
    const isOther = answered[question.key] !== undefined && answered[question.key] !== aboutOf(question, now)
    if (isAsked && !isOther) continue
    answers = Object.fromEntries(Object.entries(answers).filter(([field]) => !isFieldOf(question, field)))
    answered = Object.fromEntries(Object.entries(answered).filter(([key]) => key !== question.key))
  }
  return { ...journey, answers, answered }
}

function isFieldOf({ fields }: Question, field: string): boolean {
  return fields.some((own) => own === field)
}

function stepsOf(journey: Journey): Step[] {
  return ['start', ...route(journey).map(({ key }) => key), 'check']
}

function aboutOf(question: Question, { answers, context }: Journey): string {
  return question.about?.(answers, context) ?? ''
}

function questionOf(key: QuestionKey): Question {
  const question = questions.find((candidate) => candidate.key === key)
  if (!question) throw new Error(`no such question: ${key}`)
  return question
}
