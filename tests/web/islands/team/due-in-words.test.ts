import { expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { dueInWords } from '../../../../web/islands/team/due-in-words.ts'
import inbox from '../../../../web/text/nl/team-inbox.ts'

test.each([
  ['2026-11-24', 2, 'nog 2 schooldagen'],
  ['2026-11-25', 1, 'nog 1 schooldag'],
  ['2026-11-26', 0, 'vandaag'],
  ['2026-11-27', 1, '1 schooldag te laat'],
  ['2026-12-01', 3, '3 schooldagen te laat'],
  ['2026-11-28', 0, 'te laat'],
])('on %s, %i school days away, it reads "%s"', (today, schoolDays, words) => {
  expect(dueInWords({ by: localDate('2026-11-26'), schoolDays }, localDate(today), inbox.due)).toBe(words)
})
