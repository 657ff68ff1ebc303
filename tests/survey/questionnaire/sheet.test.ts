import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { itemsOf, optionsOf } from '../../../survey/questionnaire/items.ts'
import { questionnaires } from '../../../survey/questionnaire/lists/registry.ts'
import { students } from '../../../survey/questionnaire/lists/students.ts'
import { type Answer, checkSheet, isAsked } from '../../../survey/questionnaire/sheet.ts'
import { filledIn, sheetOf, withItem } from './invented.ts'

const filled = fc
  .constantFrom(...questionnaires)
  .chain((questionnaire) => fc.record({ questionnaire: fc.constant(questionnaire), answers: filledIn(questionnaire) }))

const refusalOf = (answers: Readonly<Record<string, unknown>>) => {
  const checked = checkSheet(students, sheetOf(students, answers as Record<string, Answer>))
  return checked.ok ? null : checked.refusal
}

test('whatever somebody fills in on the screens is taken as it was meant', () => {
  fc.assert(
    fc.property(filled, ({ questionnaire, answers }) => {
      const checked = checkSheet(questionnaire, sheetOf(questionnaire, Object.fromEntries(answers)))
      if (!checked.ok) throw new Error(checked.refusal)
      expect(Object.keys(checked.value.answers)).toEqual([...answers.keys()])
      for (const [key, answer] of answers) {
        const kept = checked.value.answers[key] ?? null
        expect(Array.isArray(kept) ? kept.toSorted() : kept).toEqual(Array.isArray(answer) ? answer.toSorted() : answer)
      }
    }),
  )
})

test('the order in which somebody answered and ticked is not in the sheet', () => {
  fc.assert(
    fc.property(filled, fc.infiniteStream(fc.nat()), ({ questionnaire, answers }, order) => {
      const shuffled = <Value>(list: readonly Value[]) =>
        list
          .map((value) => ({ value, place: order.next().value ?? 0 }))
          .sort((a, b) => a.place - b.place)
          .map(({ value }) => value)
      const otherwise = shuffled([...answers]).map(([key, answer]) => [
        key,
        Array.isArray(answer) ? shuffled(answer) : answer,
      ])
      const [one, other] = [Object.fromEntries(answers), Object.fromEntries(otherwise)].map((given) =>
        JSON.stringify(checkSheet(questionnaire, sheetOf(questionnaire, given))),
      )
      expect(other).toBe(one)
    }),
  )
})

test('what is checked once is the same when it is checked again', () => {
  fc.assert(
    fc.property(filled, ({ questionnaire, answers }) => {
      const once = checkSheet(questionnaire, sheetOf(questionnaire, Object.fromEntries(answers)))
      expect(once.ok && checkSheet(questionnaire, once.value)).toEqual(once)
    }),
  )
})

test('an answer to what the screens did not ask is refused', () => {
  fc.assert(
    fc.property(filled, ({ questionnaire, answers }) => {
      const unasked = itemsOf(questionnaire).filter((item) => !isAsked(item, answers))
      for (const item of unasked) {
        const option = optionsOf(item)[0]?.key ?? ''
        const more = { ...Object.fromEntries(answers), [item.key]: item.kind === 'one' ? option : [option] }
        expect(checkSheet(questionnaire, sheetOf(questionnaire, more))).toEqual({
          ok: false,
          refusal: 'item-not-asked',
        })
      }
    }),
  )
})

test('nothing that is sent makes it throw, and nothing but known keys and options gets through', () => {
  const known = fc.constantFrom(...itemsOf(students).map(({ key }) => key))
  const anyAnswers = fc.dictionary(fc.oneof(known, fc.string(), fc.constant('__proto__')), fc.anything())
  const options = new Set(itemsOf(students).flatMap((item) => optionsOf(item).map(({ key }) => key)))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.anything(),
        anyAnswers.map((answers) => sheetOf(students, answers as never)),
      ),
      (received) => {
        const checked = checkSheet(students, received)
        const given = checked.ok ? Object.values(checked.value.answers).flat() : []
        expect(given.filter((option) => option !== null && !options.has(option))).toEqual([])
      },
    ),
  )
})

test('everything may be skipped, by saying so and by leaving it out', () => {
  const asked = itemsOf(students).filter(({ askedWhen }) => askedWhen === undefined)
  const skipped = Object.fromEntries(asked.map(({ key }) => [key, null]))
  const [said, left] = [skipped, {}].map((answers) => checkSheet(students, sheetOf(students, answers)))
  expect(said).toEqual(left)
  expect(said).toMatchObject({ ok: true, value: { answers: skipped } })
})

describe('a sheet is refused', () => {
  test.each([
    ['with an item nobody knows', { dog: 'yes' }, 'item-unknown'],
    ['with the name of something every object has', { constructor: 'yes' }, 'item-unknown'],
    ['with an option that is not on the scale', { bullied: 'daily' }, 'option-unknown'],
    ['with a list where one answer fits', { bullied: ['more'] }, 'answer-malformed'],
    ['with a number', { bullied: 3 }, 'answer-malformed'],
    ['with a long text', { bullied: 'x'.repeat(1_000_000) }, 'option-unknown'],
    ['with one answer where a list belongs', { bullied: 'more', told: 'friend' }, 'answer-malformed'],
    ['with an empty list', { bullied: 'more', told: [] }, 'answer-malformed'],
    ['with the same twice', { bullied: 'more', told: ['friend', 'friend'] }, 'answer-malformed'],
    [
      'with more than there is',
      { bullied: 'more', told: Array.from({ length: 1e6 }, (_, n) => `x${n}`) },
      'answer-malformed',
    ],
    ['with nobody and somebody', { bullied: 'more', told: ['nobody', 'friend'] }, 'options-exclude'],
    ['with a follow-up of what was skipped', { bullied: null, places: ['route'] }, 'item-not-asked'],
    ['with a follow-up of what did not happen', { bullied: 'never', places: ['route'] }, 'item-not-asked'],
    ['with help from nobody', { bullied: 'more', told: ['nobody'], helped: 'less' }, 'item-not-asked'],
    [
      'with reasons to be silent of who told',
      { bullied: 'more', told: ['home'], 'why-untold': ['shame'] },
      'item-not-asked',
    ],
    [
      'with more items than there are',
      Object.fromEntries(Array.from({ length: 99 }, (_, n) => [`x${n}`, null])),
      'sheet-malformed',
    ],
  ])('%s', (_, answers, refusal) => {
    expect(refusalOf(answers as Record<string, unknown>)).toBe(refusal)
  })

  test('of another list, or of words that changed since the page was opened', () => {
    const changed = withItem(students, 'bullied', ({ question }) => ({ question: { nl: `${question.nl} Echt?` } }))
    for (const sheet of [sheetOf(changed, {}), { ...sheetOf(students, {}), questionnaire: 'staff' }]) {
      expect(checkSheet(students, sheet)).toEqual({ ok: false, refusal: 'questionnaire-other' })
    }
  })

  test.each([
    ['that carries something beside its answers', { ...sheetOf(students, {}), at: '2026-11-29T10:00' }],
    ['without answers', { ...sheetOf(students, {}), answers: undefined }],
    ['whose answers are a list', { ...sheetOf(students, {}), answers: [] }],
    ['that is nothing', null],
    ['that is a text', 'sheet'],
  ])('%s', (_, received) => {
    expect(checkSheet(students, received)).toEqual({ ok: false, refusal: 'sheet-malformed' })
  })
})
