import type { Item, Questionnaire } from '../definition.ts'
import { itemsOf, optionsOf } from '../items.ts'

/** What is wrong with who is asked what. An item comes after the one that decides on it, so nothing goes round in a circle. */
export function routingProblems(questionnaire: Questionnaire): readonly string[] {
  const items = itemsOf(questionnaire)
  return items.flatMap((item, index) => problemsOf(item, items.slice(0, index)))
}

function problemsOf({ key, askedWhen }: Item, earlier: readonly Item[]): readonly string[] {
  if (askedWhen === undefined) return []
  const parent = earlier.find((item) => item.key === askedWhen.item)
  if (parent === undefined) return [`item ${key} is asked after ${askedWhen.item}, which does not come before it`]
  const options = optionsOf(parent).map((option) => option.key)
  const unknown = askedWhen.oneOf.filter((option) => !options.includes(option))
  return [
    ...unknown.map((option) => `item ${key} is asked after ${parent.key} is ${option}, which it cannot be`),
    ...(askedWhen.oneOf.length > 0 ? [] : [`item ${key} is never asked`]),
  ]
}
