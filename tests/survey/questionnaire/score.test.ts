import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoredDomains } from '../../../survey/questionnaire/definition.ts'
import { formProfile } from '../../../survey/questionnaire/form-profile.ts'
import { itemsOf, optionsOf } from '../../../survey/questionnaire/items.ts'
import { parents } from '../../../survey/questionnaire/lists/parents.ts'
import { questionnaires } from '../../../survey/questionnaire/lists/registry.ts'
import { students } from '../../../survey/questionnaire/lists/students.ts'
import { studentsShort } from '../../../survey/questionnaire/lists/students-short.ts'
import { withOwnItems } from '../../../survey/questionnaire/own-items.ts'
import { countYes, domainMean, isYes, points } from '../../../survey/questionnaire/score.ts'
import { type Answer, checkSheet, type Sheet } from '../../../survey/questionnaire/sheet.ts'
import { filledIn, itemOf, sheetOf } from './invented.ts'

const taken = (questionnaire: typeof students, answers: Readonly<Record<string, Answer>>): Sheet => {
  const checked = checkSheet(questionnaire, sheetOf(questionnaire, answers))
  if (!checked.ok) throw new Error(checked.refusal)
  return checked.value
}
const of = (...sheets: readonly Readonly<Record<string, Answer>>[]) => sheets.map((answers) => taken(students, answers))

/** 3s−2 on four steps is what ProZO! prints; 2.25s−1.25 on five has the same ends (docs: facts 1.3). */
test('four and five steps become a figure from 1 to 10', () => {
  const four = itemOf(students, 'belongs').item
  expect(optionsOf(four).map(({ key }) => points(four, key))).toEqual([1, 4, 7, 10])
  const five = itemOf(students, 'bullied').item
  expect(optionsOf(five).map(({ key }) => points(five, key))).toEqual([10, 7.75, 5.5, 3.25, 1])
})

test('10 is safe for every item of every list, also where the words are turned', () => {
  for (const questionnaire of questionnaires) {
    for (const item of itemsOf(questionnaire)) {
      if (item.kind !== 'one' || item.direction === null) continue
      const given = item.scale.options.map(({ key }) => points(item, key)).filter((one) => one !== null)
      expect([Math.min(...given), Math.max(...given)]).toEqual([1, 10])
      expect(given[0]).toBe(item.direction === 'more-is-safer' ? 1 : 10)
    }
  }
  expect(points(itemOf(students, 'dreads-school').item, 'fully')).toBe(1)
})

describe('the mean of a domain', () => {
  const well = { 'feels-good': 'fully', belongs: 'mostly', 'can-talk': 'mostly', 'be-myself': 'fully' }

  test('turns what is asked the other way round', () => {
    const [sheet] = of({ ...well, 'dreads-school': 'not' })
    // (10 + 7 + 7 + 10 + 10) / 5
    expect(domainMean(students, sheet ? [sheet] : [], 'wellbeing')).toEqual({ mean: 8.8, scored: 1, sheets: 1 })
  })

  test('is over persons, each with the items they answered', () => {
    const sheets = of({ ...well, 'dreads-school': null }, { belongs: 'not', 'can-talk': 'not', 'be-myself': 'little' })
    // (10 + 7 + 7 + 10) / 4 = 8.5 and (1 + 1 + 4) / 3 = 2
    expect(domainMean(students, sheets, 'wellbeing')).toEqual({ mean: 5.25, scored: 2, sheets: 2 })
  })

  test('leaves out who answered less than half, and says how many that leaves', () => {
    const sheets = of({ belongs: 'not', 'can-talk': 'not' }, { ...well })
    expect(domainMean(students, sheets, 'wellbeing')).toEqual({ mean: 8.5, scored: 1, sheets: 2 })
  })

  test('is nothing of nobody and of those who skipped all', () => {
    for (const sheets of [[], of({}, {})]) {
      expect(domainMean(students, sheets, 'harm')).toEqual({ mean: null, scored: 0, sheets: sheets.length })
    }
  })

  test('takes “weet ik niet” for no answer', () => {
    const known = { bullied: 'never', verbal: 'never', online: 'never', physical: 'unknown', exclusion: 'unknown' }
    expect(domainMean(parents, [taken(parents, known)], 'harm')).toEqual({ mean: 10, scored: 1, sheets: 1 })
  })

  test('stays from 1 to 10, and no answer to what a school added moves it', () => {
    const own = { scale: 'often', direction: 'less-is-safer', period: null, yes: ['never'] } as const
    const merged = withOwnItems(students, [{ ...own, key: 'own-a', question: { nl: 'Ik ga graag naar de kantine.' } }])
    if (!merged.ok) throw new Error(merged.refusal)
    const list = merged.value
    fc.assert(
      fc.property(fc.array(filledIn(list), { maxLength: 5 }), fc.constantFrom('never', 'always'), (filled, answer) => {
        const sheets = filled.map((answers) => taken(list, Object.fromEntries(answers)))
        const others = filled.map((answers) => taken(list, { ...Object.fromEntries(answers), 'own-a': answer }))
        for (const domain of scoredDomains) {
          const { mean, scored } = domainMean(list, sheets, domain)
          expect(mean === null ? scored === 0 : mean >= 1 && mean <= 10).toBe(true)
          expect(domainMean(list, others, domain).mean).toBe(mean)
        }
      }),
    )
  })
})

describe('the cut-off', () => {
  test('somebody is bullied from 2 or 3 times a month on, in every list', () => {
    for (const questionnaire of questionnaires) {
      const { item } = itemOf(questionnaire, 'bullied')
      const counts = ['never', 'once-or-twice', 'monthly', 'weekly', 'more'].map((key) => isYes(item, key))
      expect(counts).toEqual([false, false, true, true, true])
    }
  })

  test('who skips or does not know how often is in no base; who doubts who helps does not know it', () => {
    expect(isYes(itemOf(students, 'bullied').item, null)).toBeNull()
    expect(isYes(itemOf(parents, 'bullied').item, 'unknown')).toBeNull()
    expect(isYes(itemOf(students, 'knows-contact-person').item, 'unsure')).toBe(false)
  })

  test('counts of how many were asked, how many answered, and how many say yes', () => {
    const sheets = of(
      { bullied: 'more', told: ['home', 'friend'], helped: 'stopped' },
      { bullied: 'monthly', told: ['home'], helped: 'unknown' },
      { bullied: 'once-or-twice', told: ['nobody'] },
      { bullied: 'never' },
      {},
    )
    const count = (key: string) => countYes(itemOf(students, key).item, sheets)
    expect(count('bullied')).toEqual({ asked: 5, answered: 4, yes: 2 })
    expect(count('told')).toEqual({ asked: 3, answered: 3, yes: 2 })
    expect(count('helped')).toEqual({ asked: 2, answered: 1, yes: 1 })
    expect(count('why-untold')).toEqual({ asked: 1, answered: 0, yes: 0 })
  })
})

describe('the profile of forms', () => {
  test('has all seven for students, at the same cut-off', () => {
    const profile = formProfile(students, of({ verbal: 'weekly', online: 'once-or-twice' }, { verbal: 'never' }))
    expect(profile.map(({ form, asked, answered, yes }) => [form, asked, answered, yes])).toEqual([
      ['verbal', 2, 2, 1],
      ['online', 2, 1, 0],
      ...['physical', 'stalking', 'exclusion', 'vandalism', 'extortion'].map((form) => [form, 2, 0, 0]),
    ])
  })

  test('says where only those who were bullied were asked', () => {
    const sheets = [
      taken(studentsShort, { bullied: 'more', 'other-forms': ['stalking', 'extortion'] }),
      taken(studentsShort, { bullied: 'weekly', 'other-forms': ['none'] }),
      taken(studentsShort, { bullied: 'never', verbal: 'more' }),
    ]
    const profile = formProfile(studentsShort, sheets)
    expect(new Set(profile.map(({ form }) => form)).size).toBe(7)
    expect(profile).toContainEqual({ form: 'verbal', item: 'verbal', isOfAll: true, asked: 3, answered: 1, yes: 1 })
    const followUp = { item: 'other-forms', isOfAll: false, asked: 2, answered: 2 }
    expect(profile).toContainEqual({ ...followUp, form: 'stalking', yes: 1 })
    expect(profile).toContainEqual({ ...followUp, form: 'vandalism', yes: 0 })
  })
})
