import type { Item, Questionnaire, ReadingLevel } from './definition.ts'
import { itemsOf, optionsOf } from './items.ts'
import { wordsOf } from './wording.ts'

/**
 * Words a minute of a slow reader, not of an average one. Students: the tenth percentile of reading aloud at the end of
 * grade 4 and of grade 6 (Hasbrouck & Tindal 2017). Adults: where most begin in silent reading (Brysbaert 2019,
 * doi 10.1016/j.jml.2019.104047). Both were measured in English; of Dutch no norm could be found.
 */
export const wordsPerMinute: Readonly<Record<ReadingLevel, number>> = { praktijkonderwijs: 83, vmbo: 91, adult: 175 }

/** To think and to press, in seconds: our own estimate, to be measured with a class. */
const toAnswer: Readonly<Record<Item['kind'], number>> = { one: 4, many: 8 }

/** One lesson holds it, with the code and the explanation. */
export const mostMinutes = 8

/** At most what the slow reader needs: every question counts, also those that nobody is asked together. */
export function minutesOf(questionnaire: Questionnaire): number {
  const items = itemsOf(questionnaire)
  const leads = questionnaire.sections.map(({ lead }) => lead?.nl ?? '')
  const words = items.flatMap((item, index) => [
    ...wordsOf(item.question.nl),
    ...wordsOf(item.hint?.nl ?? ''),
    // The options of the question before are known again, not read again.
    ...(isSame(item, items[index - 1]) ? [] : optionsOf(item).flatMap(({ label }) => wordsOf(label.nl))),
  ])
  const reading = (words.length + leads.flatMap(wordsOf).length) / wordsPerMinute[questionnaire.level]
  return reading + items.reduce((seconds, { kind }) => seconds + toAnswer[kind], 0) / 60
}

const isSame = (item: Item, before: Item | undefined) => before !== undefined && shown(item) === shown(before)

const shown = (item: Item) =>
  optionsOf(item)
    .map(({ label }) => label.nl)
    .join('\n')
