import type { Item, Questionnaire } from './definition.ts'
import { itemsOf, optionsOf } from './items.ts'
import { questionnaireVersion } from './version.ts'

/** One answer, several of a list, or null for what was skipped. */
export type Answer = string | readonly string[] | null

/**
 * Antwoordblad. The items that were asked, in the order of the questionnaire and not of answering; an item that was not asked
 * is not in it. There is nothing else in it: no time, no code, no language.
 */
export type Sheet = Readonly<{ questionnaire: string; version: string; answers: Readonly<Record<string, Answer>> }>

export type SheetRefusal =
  | 'sheet-malformed'
  | 'questionnaire-other'
  | 'item-unknown'
  | 'item-not-asked'
  | 'answer-malformed'
  | 'option-unknown'
  | 'options-exclude'

export type Checked = Readonly<{ ok: true; value: Sheet }> | Readonly<{ ok: false; refusal: SheetRefusal }>

/**
 * What came from a browser, as a sheet that can be counted, or why not. What is left out counts as skipped: nobody has to
 * answer anything. Nothing of what was sent is passed on but known keys, so that a sheet cannot carry a mark of its own.
 */
export const checkSheet = (questionnaire: Questionnaire, received: unknown): Checked =>
  sheetChecker(questionnaire)(received)

/** The same for many sheets of one questionnaire, whose version costs more to find than a sheet to check. */
export function sheetChecker(questionnaire: Questionnaire): (received: unknown) => Checked {
  const items = itemsOf(questionnaire)
  const version = questionnaireVersion(questionnaire)
  return (received) => {
    if (!isRecord(received) || !isRecord(received['answers'])) return refuse('sheet-malformed')
    if (Object.keys(received).some((key) => !partsOfSheet.includes(key))) return refuse('sheet-malformed')
    if (received['questionnaire'] !== questionnaire.key || received['version'] !== version) {
      return refuse('questionnaire-other')
    }
    const answers = checkAnswers(items, new Map(Object.entries(received['answers'])))
    return answers.ok
      ? { ok: true, value: { questionnaire: questionnaire.key, version, answers: answers.value } }
      : answers
  }
}

const partsOfSheet = ['questionnaire', 'version', 'answers']

function checkAnswers(items: readonly Item[], given: Map<string, unknown>) {
  if (given.size > items.length) return refuse('sheet-malformed')
  const answers = new Map<string, Answer>()
  for (const item of items) {
    const answer = given.get(item.key) ?? null
    given.delete(item.key)
    if (!isAsked(item, answers)) {
      if (answer !== null) return refuse('item-not-asked')
      continue
    }
    const checked = checkAnswer(item, answer)
    if (!checked.ok) return checked
    answers.set(item.key, checked.value)
  }
  return given.size > 0 ? refuse('item-unknown') : ({ ok: true, value: Object.fromEntries(answers) } as const)
}

/** Whether somebody with these answers gets to see the item. What decides on it was skipped: then not. */
export function isAsked({ askedWhen }: Item, answers: ReadonlyMap<string, Answer>): boolean {
  if (askedWhen === undefined) return true
  const answer = answers.get(askedWhen.item) ?? null
  return chosenOf(answer).some((option) => askedWhen.oneOf.includes(option))
}

export const chosenOf = (answer: Answer): readonly string[] =>
  answer === null ? [] : typeof answer === 'string' ? [answer] : answer

function checkAnswer(item: Item, answer: unknown) {
  if (answer === null) return { ok: true, value: null } as const
  const options = optionsOf(item)
  if (item.kind === 'one') {
    if (typeof answer !== 'string') return refuse('answer-malformed')
    return options.some(({ key }) => key === answer) ? ({ ok: true, value: answer } as const) : refuse('option-unknown')
  }
  // An empty list is no answer: to skip is to say so.
  if (!Array.isArray(answer) || answer.length === 0 || answer.length > options.length) return refuse('answer-malformed')
  if (new Set(answer).size !== answer.length) return refuse('answer-malformed')
  const chosen = options.filter(({ key }) => answer.includes(key))
  if (chosen.length !== answer.length) return refuse('option-unknown')
  if (chosen.length > 1 && chosen.some(({ isAlone }) => isAlone)) return refuse('options-exclude')
  return { ok: true, value: chosen.map(({ key }) => key) } as const
}

const refuse = (refusal: SheetRefusal) => ({ ok: false, refusal }) as const

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
