import fc from 'fast-check'
import type { Item, Questionnaire } from '../../../survey/questionnaire/definition.ts'
import { type ItemInPlace, inPlace, itemsOf, optionsOf } from '../../../survey/questionnaire/items.ts'
import { type Answer, isAsked } from '../../../survey/questionnaire/sheet.ts'
import { questionnaireVersion } from '../../../survey/questionnaire/version.ts'

/** The questionnaire with one item changed. */
export const withItem = (
  questionnaire: Questionnaire,
  key: string,
  change: (item: Item) => Readonly<Record<string, unknown>>,
): Questionnaire => ({
  ...questionnaire,
  sections: questionnaire.sections.map((section) => ({
    ...section,
    items: section.items.map((item) => (item.key === key ? ({ ...item, ...change(item) } as Item) : item)),
  })),
})

export function itemOf(questionnaire: Questionnaire, key: string): ItemInPlace {
  const place = inPlace(questionnaire, key)
  if (place === null) throw new Error(`there is no ${key}`)
  return place
}

export const sheetOf = (questionnaire: Questionnaire, answers: Readonly<Record<string, Answer>>) => ({
  questionnaire: questionnaire.key,
  version: questionnaireVersion(questionnaire),
  answers,
})

/** Somebody who goes through a questionnaire as its screens do, skips what they like, and answers in any order. */
export const filledIn = (questionnaire: Questionnaire) =>
  fc.infiniteStream(fc.nat()).map((stream) => {
    const next = (below: number) => (stream.next().value ?? 0) % below
    const answers = new Map<string, Answer>()
    for (const item of itemsOf(questionnaire)) {
      if (isAsked(item, answers)) answers.set(item.key, next(5) === 0 ? null : answerTo(item, next))
    }
    return answers
  })

function answerTo(item: Item, next: (below: number) => number): Answer {
  const options = optionsOf(item)
  const one = options[next(options.length)]
  if (one === undefined) return null
  if (item.kind === 'one') return one.key
  if (one.isAlone) return [one.key]
  const more = options.filter((option) => option !== one && !option.isAlone && next(2) === 0)
  return [...more, one].map(({ key }) => key)
}
