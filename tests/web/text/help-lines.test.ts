import { describe, expect, test } from 'vitest'
import { addDays, dayInTheNetherlands, localDate } from '../../../api/domain/local-date.ts'
import help, { helpLine } from '../../../web/text/nl/help.ts'
import reportPage from '../../../web/text/nl/report-page.ts'

const today = dayInTheNetherlands(new Date())

describe.each(help.lines.map((line) => [line.name, line] as const))('%s', (_, line) => {
  test('was checked at its source in the last twelve months', () => {
    expect(localDate(line.checkedOn) <= today).toBe(true)
    expect(localDate(line.checkedOn) >= addDays(today, -365)).toBe(true)
    expect(line.source).toMatch(/^https?:\/\//)
  })

  test('can be called or opened', () => {
    expect(line.phone ?? line.url).not.toBeNull()
    expect(line.phone?.replace(/\D/g, '') ?? null).toBe(line.dial)
    if (line.url !== null) expect(new URL(line.url).protocol).toBe('https:')
  })
})

test('the numbers that pages name are there', () => {
  expect(helpLine('112').dial).toBe('112')
  expect(helpLine('kindertelefoon').phone).toBe('0800-0432')
  expect(helpLine('vertrouwensinspecteur').phone).toBe('0900 111 3 111')
  expect(() => helpLine('pestweb')).toThrow('pestweb')
})

test('a number that is repeated in a text is one of these', () => {
  const known = help.lines.map(({ phone }) => phone)
  const repeated = JSON.stringify([help.dangerCall, help.talkCall, reportPage]).match(/\b(?:0[\d -]{6,}\d|11\d)\b/g)
  expect(repeated?.length).toBeGreaterThan(3)
  expect(repeated?.filter((number) => !known.includes(number))).toEqual([])
})
