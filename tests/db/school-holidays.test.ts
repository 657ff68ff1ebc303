import { describe, expect, test } from 'vitest'
import { addDays, dayInTheNetherlands, isoWeekday, localDate } from '../../api/domain/local-date.ts'
import { holidaysOf, schoolHolidays } from '../../db/school-holidays.ts'

describe.each(['noord', 'midden', 'zuid'] as const)('the school holidays of %s', (region) => {
  const holidays = holidaysOf(region).map((holiday) => ({
    ...holiday,
    firstDay: localDate(holiday.firstDay),
    lastDay: localDate(holiday.lastDay),
  }))

  test('begin on a Saturday and end on a Sunday', () => {
    for (const { firstDay, lastDay } of holidays) expect([isoWeekday(firstDay), isoWeekday(lastDay)]).toEqual([6, 7])
  })

  test('last one or two weeks, or six in summer', () => {
    const weeks: Readonly<Record<string, number>> = {
      herfstvakantie: 1,
      kerstvakantie: 2,
      voorjaarsvakantie: 1,
      meivakantie: 1,
      zomervakantie: 6,
    }
    for (const { name, firstDay, lastDay } of holidays)
      expect(addDays(firstDay, (weeks[name] ?? 0) * 7 + 1)).toBe(lastDay)
  })

  test('follow each other in time', () => {
    for (const [index, { firstDay }] of holidays.entries()) {
      if (index > 0) expect(firstDay > (holidays[index - 1]?.lastDay ?? '')).toBe(true)
    }
  })

  test('are known for at least half a year more', () => {
    const last = holidays.at(-1)?.lastDay ?? ''
    expect(last > addDays(dayInTheNetherlands(new Date()), 182)).toBe(true)
  })
})

test('spring holiday, which a public data set has wrong, ends in February 2027 in Zuid', () => {
  expect(holidaysOf('zuid')).toContainEqual({
    name: 'voorjaarsvakantie',
    firstDay: '2027-02-13',
    lastDay: '2027-02-21',
  })
})

test('the list says where it comes from and when it was checked', () => {
  expect(schoolHolidays.source).toContain('rijksoverheid.nl')
  expect(localDate(schoolHolidays.checkedOn) <= dayInTheNetherlands(new Date())).toBe(true)
})
