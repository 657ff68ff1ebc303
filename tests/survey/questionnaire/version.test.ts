import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { scoredDomains } from '../../../survey/questionnaire/definition.ts'
import { itemsOf, optionsOf } from '../../../survey/questionnaire/items.ts'
import { questionnaires } from '../../../survey/questionnaire/lists/registry.ts'
import { students } from '../../../survey/questionnaire/lists/students.ts'
import { studentsShort } from '../../../survey/questionnaire/lists/students-short.ts'
import { withOwnItems } from '../../../survey/questionnaire/own-items.ts'
import {
  isComparable,
  isDomainComparable,
  itemVersion,
  questionnaireVersion,
  unbroken,
} from '../../../survey/questionnaire/version.ts'
import { itemOf, withItem } from './invented.ts'

const anyItem = fc.constantFrom(...questionnaires).chain((questionnaire) =>
  fc.record({
    questionnaire: fc.constant(questionnaire),
    key: fc.constantFrom(...itemsOf(questionnaire).map(({ key }) => key)),
    at: fc.nat(),
    letter: fc.constantFrom('x', '!', ' en', 'é', '?'),
  }),
)

/** The text with something put into it. */
const touched = (text: string, at: number, letter: string) => {
  const place = at % (text.length + 1)
  return text.slice(0, place) + letter + text.slice(place)
}

test('a changed letter of a question is a new version of it and of the whole, and breaks the line', () => {
  fc.assert(
    fc.property(anyItem, ({ questionnaire, key, at, letter }) => {
      const changed = withItem(questionnaire, key, ({ question }) => ({
        question: { nl: touched(question.nl, at, letter) },
      }))
      const [before, after] = [itemOf(questionnaire, key), itemOf(changed, key)]
      expect(itemVersion(after, 'nl')).not.toBe(itemVersion(before, 'nl'))
      expect(questionnaireVersion(changed)).not.toBe(questionnaireVersion(questionnaire))
      expect(isComparable(before, after)).toBe(false)
    }),
  )
})

test('so does a changed letter of an option', () => {
  fc.assert(
    fc.property(anyItem, ({ questionnaire, key, at, letter }) => {
      const changed = withItem(questionnaire, key, (item) => {
        const options = optionsOf(item).map((option, index) =>
          index === at % optionsOf(item).length
            ? { ...option, label: { nl: touched(option.label.nl, at, letter) } }
            : option,
        )
        return item.kind === 'one' ? { scale: { ...item.scale, options } } : { options }
      })
      expect(isComparable(itemOf(questionnaire, key), itemOf(changed, key))).toBe(false)
      expect(questionnaireVersion(changed)).not.toBe(questionnaireVersion(questionnaire))
    }),
  )
})

test('an item asked again in the same words is comparable, whatever became of the others', () => {
  fc.assert(
    fc.property(anyItem, anyItem, (one, other) => {
      const changed = withItem(one.questionnaire, other.key, ({ question }) => ({
        question: { nl: `${question.nl} x` },
      }))
      const depends = (key: string): boolean => {
        const parent = itemOf(one.questionnaire, key).item.askedWhen?.item
        return key === other.key || (parent !== undefined && depends(parent))
      }
      const before = itemOf(one.questionnaire, one.key)
      expect(isComparable(before, itemOf(changed, one.key))).toBe(!depends(one.key))
      expect(itemVersion(before, 'nl')).toMatch(/^[0-9a-f]{24}$/)
    }),
  )
})

test('a questionnaire that was kept as text and read again is the same version', () => {
  for (const questionnaire of questionnaires) {
    expect(questionnaireVersion(JSON.parse(JSON.stringify(questionnaire)))).toBe(questionnaireVersion(questionnaire))
  }
})

test('the same letter written in two ways of Unicode is no new version', () => {
  const [one, other] = ['é', 'e\u0301'].map((letter) =>
    withItem(students, 'belongs', () => ({ question: { nl: `Ik hoor ${letter}r bij.` } })),
  )
  expect(one && other && isComparable(itemOf(one, 'belongs'), itemOf(other, 'belongs'))).toBe(true)
})

describe('a line breaks too', () => {
  const item = (change: Record<string, unknown>, key = 'bullied') =>
    itemOf(
      withItem(students, key, () => change),
      key,
    )
  const original = itemOf(students, 'bullied')

  test.each([
    ['with another cut-off', { yes: ['weekly', 'more'] }],
    ['with the scale turned', { direction: 'more-is-safer' }],
    ['about another time', { period: 'last-year' }],
    ['in another domain', { domain: 'approach' }],
    ['under another key', { key: 'pestered' }],
    ['with a hint', { hint: { nl: 'Denk goed na.' } }],
  ])('%s', (_, change) => {
    const key = (change as { key?: string }).key ?? 'bullied'
    const changed = itemOf(
      withItem(students, 'bullied', () => change),
      key,
    )
    expect(isComparable(original, changed)).toBe(false)
    expect(isComparable(changed, original)).toBe(false)
  })

  test('when what stands above the question says something else', () => {
    const sections = students.sections.map((one) => (one.key === 'harm' ? { ...one, lead: { nl: 'Anders.' } } : one))
    expect(isComparable(original, itemOf({ ...students, sections }, 'bullied'))).toBe(false)
  })

  test('when others are asked than before', () => {
    const all = withItem(students, 'bullied', (one) => ({ question: { nl: `${one.question.nl} Echt?` } }))
    expect(isComparable(itemOf(students, 'helped'), itemOf(all, 'helped'))).toBe(false)
    const { askedWhen: _, ...always } = itemOf(students, 'told').item
    expect(isComparable(itemOf(students, 'told'), { ...itemOf(students, 'told'), item: always, parent: null })).toBe(
      false,
    )
  })

  test('between two lists that ask about the same with another scale', () => {
    const keys = itemsOf(studentsShort).map(({ key }) => key)
    expect(keys).toContain('safe-at-school')
    expect(isComparable(itemOf(students, 'safe-at-school'), itemOf(studentsShort, 'safe-at-school'))).toBe(false)
  })

  test('where two years apart are not comparable, although one between says nothing', () => {
    const english = (en: string) => item({ question: { ...original.item.question, en }, scale: inEnglish() })
    const years = [english('How often?'), original, null, english('How many times?')]
    expect(unbroken(years)).toEqual([[0, 1], [3]])
    expect(unbroken([original, null, original])).toEqual([[0, 2]])
    expect(unbroken([])).toEqual([])
  })

  test('but not when a language comes to it', () => {
    const withEnglish = item({ question: { ...original.item.question, en: 'How often?' }, scale: inEnglish() })
    expect(itemVersion(original, 'en')).toBeNull()
    expect(itemVersion(withEnglish, 'en')).not.toBeNull()
    expect(isComparable(original, withEnglish)).toBe(true)
  })

  function inEnglish() {
    const { scale } = original.item as { scale: { options: readonly { label: { nl: string } }[] } }
    return { ...scale, options: scale.options.map((one) => ({ ...one, label: { ...one.label, en: one.label.nl } })) }
  }
})

test('a domain is comparable with all its items, and not after one came, went or changed', () => {
  const changed = withItem(students, 'sexual', () => ({ question: { nl: 'Hoe vaak?' } }))
  const sections = students.sections.map((one) => (one.key === 'harm' ? { ...one, items: one.items.slice(1) } : one))
  const comparable = (other: typeof students) =>
    scoredDomains.filter((domain) => isDomainComparable(students, other, domain))
  expect(comparable(students)).toEqual(['experience', 'harm', 'wellbeing'])
  expect(comparable(changed)).toEqual(['experience', 'wellbeing'])
  expect(comparable({ ...students, sections })).toEqual(['experience', 'wellbeing'])
})

test('what a school adds breaks no line of what was there', () => {
  const own = { key: 'own-canteen', scale: 'fits', direction: 'more-is-safer', period: null, yes: ['fully'] } as const
  const merged = withOwnItems(students, [{ ...own, question: { nl: 'In de kantine is het fijn.' } }])
  if (!merged.ok) throw new Error(merged.refusal)
  for (const { key } of itemsOf(students)) {
    expect(isComparable(itemOf(students, key), itemOf(merged.value, key))).toBe(true)
  }
  expect(questionnaireVersion(merged.value)).not.toBe(questionnaireVersion(students))
})
