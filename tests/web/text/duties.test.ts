import { describe, expect, test } from 'vitest'
import { duties } from '../../../api/domain/duty.ts'
import { addDays, dayInTheNetherlands, localDate } from '../../../api/domain/local-date.ts'
import { reportLimits } from '../../../api/domain/report.ts'
import replies from '../../../web/text/nl/duty-replies.ts'
import parentReplies from '../../../web/text/nl/duty-replies-parent.ts'
import help from '../../../web/text/nl/help.ts'
import text from '../../../web/text/nl/team-duties.ts'
import words from '../../../web/text/nl/team-duty-words.ts'

const today = dayInTheNetherlands(new Date())
const numbersIn = (of: unknown) => JSON.stringify(of).match(/\b(?:0[\d -]{6,}\d|11\d)\b/g) ?? []

describe.each(duties)('the card for %s', (duty) => {
  const card = text.cards[duty]

  test('was read at its sources in the last twelve months', () => {
    expect(localDate(card.checkedOn) <= today).toBe(true)
    expect(localDate(card.checkedOn) >= addDays(today, -365)).toBe(true)
    expect(card.sources.length).toBeGreaterThan(0)
    for (const { url } of card.sources) expect(new URL(url).protocol).toBe('https:')
  })

  test('has steps, each once, and a number to call', () => {
    const steps = card.steps.map((step) => step.text)
    expect(steps.length).toBeGreaterThan(3)
    expect(new Set(steps).size).toBe(steps.length)
    const lines = card.steps.flatMap(({ line }) => line ?? [])
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) {
      expect(line.dial).not.toBeNull()
      expect(help.lines).toContain(line)
    }
  })

  test('has what can be written to a student and to a parent, with room to add something', () => {
    for (const reply of [replies[duty], parentReplies[duty]]) {
      expect(reply.length).toBeGreaterThan(200)
      expect(reply.length).toBeLessThan(reportLimits.messageCharacters / 2)
    }
  })
})

test('danger is called before anything else is done', () => {
  for (const duty of ['danger', 'home', 'offence'] as const) expect(text.cards[duty].steps[0]?.line?.id).toBe('112')
})

test('a number in what is written to a reporter is one of the numbers that are checked', () => {
  const known = help.lines.map(({ phone }) => phone)
  const named = numbersIn([replies, parentReplies])
  expect(named.length).toBeGreaterThan(6)
  expect(named.filter((number) => !known.includes(number))).toEqual([])
  const inCards = Object.values(text.cards).flatMap(({ steps }) => steps.flatMap((step) => numbersIn(step.text)))
  expect(inCards.filter((number) => !known.includes(number))).toEqual([])
})

test('words are looked for as they are compared: small letters, no accents, no signs', () => {
  const all = Object.values(words).flat(3)
  expect(all.length).toBeGreaterThan(50)
  expect(all.filter((word) => !/^[a-z]+( [a-z]+)*$/.test(word))).toEqual([])
})
