import { describe, expect, test } from 'vitest'
import { checkQuestionnaire } from '../../../survey/questionnaire/check/check-questionnaire.ts'
import { itemsOf } from '../../../survey/questionnaire/items.ts'
import { parents } from '../../../survey/questionnaire/lists/parents.ts'
import { questionnaires } from '../../../survey/questionnaire/lists/registry.ts'
import { students } from '../../../survey/questionnaire/lists/students.ts'
import { mostOwnItems, type OwnItem, withOwnItems } from '../../../survey/questionnaire/own-items.ts'

const canteen: OwnItem = {
  key: 'own-canteen',
  question: { nl: 'In de kantine is het gezellig.' },
  scale: 'fits',
  direction: 'more-is-safer',
  period: null,
  yes: ['mostly', 'fully'],
}
const several = (count: number) => Array.from({ length: count }, (_, at) => ({ ...canteen, key: `own-${at}` }))

test.each(questionnaires.map((list) => [list.key, list] as const))(
  'the list %s has room for three items of a school, at its end, and is whole with them',
  (_, list) => {
    const merged = withOwnItems(list, several(3))
    if (!merged.ok) throw new Error(merged.refusal)
    expect(checkQuestionnaire(merged.value)).toEqual([])
    const items = itemsOf(merged.value)
    expect(items.slice(0, -3)).toEqual(itemsOf(list))
    expect(items.slice(-3).map(({ domain, askedWhen }) => ({ domain, askedWhen }))).toEqual(
      several(3).map(() => ({ domain: 'own', askedWhen: undefined })),
    )
  },
)

test('nothing that was sent along comes into the list', () => {
  const more = { ...canteen, domain: 'harm', form: 'verbal', askedWhen: { item: 'bullied', oneOf: ['more'] } }
  const merged = withOwnItems(students, [{ ...more, question: { nl: ' In de kantine is het gezellig. ' } }])
  const plain = withOwnItems(students, [canteen])
  expect(merged).toEqual(plain)
})

test('no items are no change, and other items take the place of those before', () => {
  expect(withOwnItems(students, [])).toEqual({ ok: true, value: students, looksTaken: [] })
  const merged = withOwnItems(students, [canteen])
  if (!merged.ok) throw new Error(merged.refusal)
  expect(withOwnItems(merged.value, several(2))).toEqual(withOwnItems(students, several(2)))
  expect(withOwnItems(merged.value, [])).toEqual(withOwnItems(students, []))
})

test('six are too many, and five long ones take a slow reader too long', () => {
  expect(withOwnItems(students, several(mostOwnItems + 1))).toMatchObject({ ok: false, refusal: 'too-many' })
  const long = several(mostOwnItems).map((item) => ({
    ...item,
    question: { nl: 'In de kantine is het in de pauze bijna altijd gezellig. Ik kan daar rustig eten en drinken.' },
  }))
  expect(withOwnItems(students, long)).toMatchObject({ ok: false, refusal: 'takes-too-long' })
})

test('what reads like an instrument of others is said, and left to the school', () => {
  const like = {
    ...canteen,
    question: { nl: 'Hoe veilig voel je je op of rond de school?' },
    scale: 'often',
    yes: ['always'],
  }
  expect(withOwnItems(students, [canteen, { ...like, key: 'own-safe' }])).toMatchObject({
    ok: true,
    looksTaken: [{ key: 'own-safe', from: 'Vensters VSO' }],
  })
})

describe('an item of a school is refused', () => {
  const howOften = { scale: 'frequency', direction: 'less-is-safer', yes: ['monthly', 'weekly', 'more'] } as const
  const question = (nl: string) => ({ question: { nl } })

  test.each<[string, Partial<OwnItem>, string]>([
    ['without words', question('  '), 'empty'],
    ['with a mark nobody sees', question('In de kan\u200btine is het fijn.'), 'unseen-character'],
    ['with a new line', question('In de kantine\nis het fijn.'), 'unseen-character'],
    ['in a long sentence', question('Ik vind het '.repeat(7)), 'sentence-too-long'],
    ['in three sentences', question('Denk na. Denk goed na. Het is fijn.'), 'too-many-sentences'],
    ['that is too long', question('Ik '.repeat(60)), 'question-too-long'],
    ['with a word that blames', question('Ik was een slachtoffer.'), 'word-unfit'],
    ['that says u', question('Vindt u het fijn?'), 'address-wrong'],
    ['with a key that is not its own', { key: 'bullied' }, 'key-unfit'],
    ['on a scale nobody knows', { scale: 'stars' }, 'scale-unknown'],
    ['on a scale of another list', { scale: 'became-better' }, 'scale-unknown'],
    ['without a direction', { direction: null }, 'direction-unfit'],
    ['with a direction where nothing is ordered', { scale: 'yes-or-no', yes: ['yes'] }, 'direction-unfit'],
    ['of how often, without since when', { ...howOften, ...question('Hoe vaak?') }, 'period-not-named'],
    [
      'about a time nobody reads',
      { ...howOften, ...question('Hoe vaak?'), period: 'last-two-weeks' },
      'period-not-named',
    ],
    ['that counts all as yes', { yes: ['not', 'little', 'mostly', 'fully'] }, 'cut-off-unfit'],
    ['that counts what is not there', { yes: ['always'] }, 'cut-off-unfit'],
  ])('%s', (_, change, refusal) => {
    expect(withOwnItems(students, [{ ...canteen, ...change }])).toEqual({
      ok: false,
      refusal: 'item-unfit',
      items: [{ at: 0, refusals: expect.arrayContaining([refusal]) }],
    })
  })

  test('with the key of another, and each is named by its place', () => {
    const twice = [canteen, { ...canteen, ...question('Iets anders.') }]
    expect(withOwnItems(students, twice)).toMatchObject({ items: [{ at: 1, refusals: ['key-taken'] }] })
  })

  test('that says je to a parent', () => {
    const items = [{ ...canteen, ...question('Vind je het fijn?') }]
    expect(withOwnItems(parents, items)).toMatchObject({ items: [{ at: 0, refusals: ['address-wrong'] }] })
  })

  test('with a mark nobody sees in another language', () => {
    const items = [{ ...canteen, question: { ...canteen.question, en: 'The canteen is\u202e nice.' } }]
    expect(withOwnItems(students, items)).toMatchObject({ items: [{ at: 0, refusals: ['unseen-character'] }] })
  })

  test('without the other language of the list', () => {
    const inTwo = { ...students, languages: ['nl', 'en'] as const }
    expect(withOwnItems(inTwo, [canteen])).toMatchObject({ items: [{ refusals: ['translation-missing'] }] })
  })
})

test('how often is fine when it says since when', () => {
  const item: OwnItem = {
    ...{ ...canteen, key: 'own-lunch', scale: 'frequency', direction: 'less-is-safer', period: 'last-two-weeks' },
    question: { nl: 'Hoe vaak at je in de laatste 2 weken alleen?' },
    yes: ['weekly', 'more'],
  }
  expect(withOwnItems(students, [item])).toMatchObject({ ok: true })
})
