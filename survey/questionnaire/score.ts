import type { Item, Questionnaire, ScoredDomain } from './definition.ts'
import { itemsOf, optionsOf } from './items.ts'
import { type Answer, chosenOf, type Sheet } from './sheet.ts'

/*
 * Everything here is raw: it goes into a release, which hides what is small, and onto no screen before that.
 */

/** The ends of every score: 1 is least safe and 10 is safest, in each domain, also in that of harm. */
export const lowest = 1
export const highest = 10

/** Somebody's answer from 1 to 10, turned so that high is safe; null when it says nothing of that. */
export function points(item: Item, answer: Answer): number | null {
  if (item.kind !== 'one' || item.direction === null) return null
  const values = item.scale.options.flatMap(({ value }) => (value === null ? [] : [value]))
  const value = item.scale.options.find(({ key }) => key === answer)?.value ?? null
  if (value === null) return null
  const [least, most] = [Math.min(...values), Math.max(...values)]
  const share = (value - least) / (most - least)
  return lowest + (highest - lowest) * (item.direction === 'more-is-safer' ? share : 1 - share)
}

/** The items whose mean a domain is. */
export const itemsOfDomain = (questionnaire: Questionnaire, domain: ScoredDomain): readonly Item[] =>
  itemsOf(questionnaire).filter((item) => item.domain === domain)

/** One sheet's score in a domain: the mean of its answers, or null when fewer than half of the items were answered. */
export const sheetScore = (items: readonly Item[], { answers }: Pick<Sheet, 'answers'>): number | null => {
  const given = items.map((item) => points(item, answers[item.key] ?? null)).filter((one) => one !== null)
  return given.length === 0 || given.length * 2 < items.length ? null : sum(given) / given.length
}

/** The mean of a domain over all sheets that have a score in it, and how many those are of how many. */
export function domainMean(
  questionnaire: Questionnaire,
  sheets: Iterable<Sheet>,
  domain: ScoredDomain,
): Readonly<{ mean: number | null; scored: number; sheets: number }> {
  const items = itemsOfDomain(questionnaire, domain)
  let [total, scored, count] = [0, 0, 0]
  for (const sheet of sheets) {
    const score = sheetScore(items, sheet)
    count += 1
    if (score === null) continue
    total += score
    scored += 1
  }
  return { mean: scored === 0 ? null : total / scored, scored, sheets: count }
}

/**
 * Whether an answer counts as "yes" at the item's cut-off. null when it was skipped or is beside an ordered scale: who does
 * not know how often is neither. Where nothing is ordered, doubt is an answer: who doubts who helps does not know it.
 */
export function isYes(item: Item, answer: Answer): boolean | null {
  const chosen = chosenOf(answer)
  const isOrdered = item.kind === 'one' && item.scale.isOrdered
  const isBeside = isOrdered && optionsOf(item).some(({ key, value }) => value === null && chosen.includes(key))
  return chosen.length === 0 || isBeside ? null : chosen.some((key) => item.yes.includes(key))
}

/** Of how many it was asked, how many answered so that it counts, and how many of these with "yes". */
export type YesCount = Readonly<{ asked: number; answered: number; yes: number }>

export function countYes(item: Item, sheets: Iterable<Sheet>): YesCount {
  let [asked, answered, yes] = [0, 0, 0]
  for (const { answers } of sheets) {
    if (!Object.hasOwn(answers, item.key)) continue
    const counts = isYes(item, answers[item.key] ?? null)
    asked += 1
    if (counts === null) continue
    answered += 1
    if (counts) yes += 1
  }
  return { asked, answered, yes }
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
