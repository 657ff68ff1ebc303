import { describe, expect, test } from 'vitest'
import { checkQuestionnaire } from '../../../survey/questionnaire/check/check-questionnaire.ts'
import type { Questionnaire } from '../../../survey/questionnaire/definition.ts'
import { itemsOf } from '../../../survey/questionnaire/items.ts'
import { findQuestionnaire, loaded, questionnaires } from '../../../survey/questionnaire/lists/registry.ts'
import { students } from '../../../survey/questionnaire/lists/students.ts'
import { minutesOf, mostMinutes } from '../../../survey/questionnaire/reading-time.ts'
import { frequency, yesOrNo } from '../../../survey/questionnaire/scales.ts'
import { withItem } from './invented.ts'

test.each(questionnaires.map((questionnaire) => [questionnaire.key, questionnaire] as const))(
  'the list %s has no hole in it',
  (key, questionnaire) => {
    expect(checkQuestionnaire(questionnaire)).toEqual([])
    expect(findQuestionnaire(key)).toBe(questionnaire)
  },
)

test('a list with a hole stops what starts with it, and so do two of one name', () => {
  const broken = withItem(students, 'bullied', () => ({ direction: null }))
  expect(() => loaded([broken])).toThrow('students: item bullied has a scale without a direction')
  expect(() => loaded([students, students])).toThrow('students: twice')
})

const change = (key: string, to: Record<string, unknown>) => withItem(students, key, () => to)
const section = (at: number, to: Record<string, unknown>): Questionnaire => ({
  ...students,
  sections: students.sections.map((one, index) => (index === at ? { ...one, ...to } : one)),
})
const labelled = (nl: string) => [{ ...frequency.options[0], label: { nl } }, ...frequency.options.slice(1)]

describe('the check names', () => {
  const broken: readonly (readonly [string, Questionnaire, string])[] = [
    ['two items with one key', change('verbal', { key: 'online' }), 'key online is used twice'],
    ['a key that no export can hold', change('verbal', { key: 'Verbal x' }), 'key "Verbal x" is not in small letters'],
    ['two options with one key', change('verbal', { scale: twice() }), 'key never is used twice'],
    ['an order that does not rise', change('verbal', { scale: turned() }), 'item verbal has values that do not rise'],
    [
      'a direction without order',
      change('dares-to-tell', { direction: 'less-is-safer' }),
      'has a direction and no order',
    ],
    ['harm without a time', change('sexual', { period: null }), 'item sexual is about harm and names no period'],
    ['a form without a time', change('saw-bullying', { form: 'verbal', period: null }), 'saw-bullying is about harm'],
    ['a time nobody reads', change('sexual', { period: 'last-year' }), 'sexual does not say in nl that it is about'],
    ['a lead that lost its time', section(2, { lead: { nl: 'Denk na.' } }), 'bullied does not say in nl'],
    ['a cut-off at an answer that is not there', change('bullied', { yes: ['daily'] }), 'as yes that is not there'],
    [
      'a cut-off with a gap',
      change('bullied', { yes: ['monthly', 'more'] }),
      'bullied has a cut-off that does not cut',
    ],
    [
      'a cut-off in the middle',
      change('bullied', { yes: ['monthly'] }),
      'bullied has a cut-off that does not cut once',
    ],
    ['no cut-off', change('bullied', { yes: [] }), 'bullied counts nothing or everything as yes'],
    [
      'a score of what has no order',
      change('belongs', { scale: yesOrNo, direction: null, yes: ['yes'] }),
      'in a score',
    ],
    ['a score of what some are asked', change('belongs', when('safe-at-school', 'not')), 'only some are asked it'],
    ['a question before what decides on it', change('belongs', when('bullied', 'more')), 'does not come before it'],
    ['an answer that cannot be given', change('helped', when('told', 'dog')), 'which it cannot be'],
    ['a question nobody gets', change('helped', { askedWhen: { item: 'told', oneOf: [] } }), 'helped is never asked'],
    ['a long sentence', change('belongs', { question: { nl: 'Ik '.repeat(21) } }), 'belongs is sentence-too-long'],
    ['a word that blames', change('belongs', { question: { nl: 'Ik ben een pester.' } }), 'belongs is word-unfit'],
    ['u to a student', change('belongs', { question: { nl: 'Hoort u erbij?' } }), 'belongs is address-wrong'],
    [
      'an empty option',
      change('verbal', { scale: { ...frequency, options: labelled(' ') } }),
      'verbal, never is empty',
    ],
    ['a mark nobody sees', change('belongs', { question: { nl: 'Ik hoor\u202e erbij.' } }), 'is unseen-character'],
    ['a language half written', { ...students, languages: ['nl', 'en'] }, 'bullied is not there in en'],
    ['a list without Dutch', { ...students, languages: [] }, 'it is not there in nl'],
    [
      'a thin score',
      section(0, { items: students.sections[0]?.items.slice(0, 2) }),
      'experience has fewer than 3 items',
    ],
    ['what is a school’s among ours', change('dares-to-tell', { domain: 'own' }), 'stands among others'],
    ['a list that takes too long', section(4, { items: long() }), 'it takes a slow reader'],
    [
      'a sentence of somebody else',
      change('belongs', taken('Hebben jullie een leuke klas')),
      'reads like Vensters VSO',
    ],
    [
      'the same with a word more',
      change('belongs', taken('Ik ben soms bang voor andere kinderen op school')),
      'Vensters PO',
    ],
  ]

  test.each(broken)('%s', (_, questionnaire, problem) => {
    expect(checkQuestionnaire(questionnaire).join('\n')).toContain(problem)
  })

  function twice() {
    return { ...frequency, options: [...frequency.options, { ...frequency.options[0], value: 6 }] }
  }
  function turned() {
    return { ...frequency, options: frequency.options.toReversed() }
  }
  function when(item: string, option: string) {
    return { askedWhen: { item, oneOf: [option] } }
  }
  function taken(nl: string) {
    return { question: { nl } }
  }
  function long() {
    const last = itemsOf(students).at(-1)
    return Array.from({ length: 20 }, (_, index) => ({ ...last, key: `more-${index}` }))
  }
})

test('every list fits into eight minutes of a slow reader, and the short one takes a third less', () => {
  const minutes = Object.fromEntries(questionnaires.map((list) => [list.key, minutesOf(list)]))
  expect(Math.max(...Object.values(minutes))).toBeLessThan(mostMinutes)
  // Read by the same slow reader.
  const short = questionnaires.find(({ key }) => key === 'students-short')
  const atOneSpeed = minutesOf({ ...(short as Questionnaire), level: 'vmbo' })
  expect(atOneSpeed).toBeLessThan((minutes['students'] ?? 0) * 0.67)
})
