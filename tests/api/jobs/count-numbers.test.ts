import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { localDate } from '../../../api/domain/local-date.ts'
import { countNumbers } from '../../../api/jobs/count-numbers.ts'
import { monthCounts, publishedCounts, publishedPeriods, reports } from '../../../db/schema/index.ts'
import { newReporter, submit } from '../../support/reporter.ts'
import { openSchool, type School } from '../../support/school.ts'

let school: School
beforeEach(async () => {
  school = await openSchool()
})
afterEach(() => school.close())

async function arrive(count: number, day: string, { site = 'ede', isUrgent = false } = {}): Promise<void> {
  const report = { siteId: site, epoch: 1, isUrgent, state: 'received', receivedOn: day, lastSequence: 1 } as const
  await school.deps.db.insert(reports).values(Array.from({ length: count }, () => ({ ...report, id: randomUUID() })))
}
const count = (today: string) =>
  countNumbers(school.deps.db, {
    ...{ today: localDate(today), since: localDate('2026-08-01'), school: school.deps.school.protocol },
  })
const periods = async () => (await school.deps.db.select().from(publishedPeriods)).map(({ id }) => id).sort()
async function published(site: string, period: string, measure = 'reports') {
  const rows = await school.deps.db.select().from(publishedCounts)
  const mine = rows.filter((row) => row.siteId === site && row.period === period && row.measure === measure)
  return Object.fromEntries(mine.map((row) => [row.code, row.count]))
}
const months = async () => new Set((await school.deps.db.select().from(monthCounts)).map(({ month }) => month))

test('months are counted when they are over, halves published once, and a published year keeps no counts of months', async () => {
  await arrive(12, '2026-09-10')
  await arrive(7, '2026-10-10', { isUrgent: true })
  await arrive(9, '2026-10-10', { site: 'almere' })
  await count('2026-11-20')
  expect([await periods(), await months()]).toEqual([[], new Set(['2026-09', '2026-10'])])

  await count('2027-02-10')
  expect(await periods()).toEqual(['2026-1'])
  expect(await published('ede', '2026-1')).toEqual({ total: 19, ordinary: 12, urgent: 7 })
  expect(await published('-', '2026-1')).toEqual({ total: 28, ordinary: 21, urgent: 7 })

  // Somebody who comes late with the half that was published changes nothing in it.
  await arrive(6, '2026-12-01')
  await arrive(8, '2027-03-01')
  await count('2027-08-10')
  expect(await periods()).toEqual(['2026', '2026-1', '2026-2'])
  expect(await published('ede', '2026-1')).toEqual({ total: 19, ordinary: 12, urgent: 7 })
  expect(await published('ede', '2026')).toEqual({ total: 27, ordinary: 20, urgent: 7 })
  expect(await months()).toEqual(new Set())

  await count('2027-08-11')
  expect([await periods(), await months()]).toEqual([['2026', '2026-1', '2026-2'], new Set()])
})

test('a small count is in none of the published numbers, nor in the difference of two', async () => {
  await arrive(30, '2026-09-10')
  await arrive(2, '2026-09-10', { site: 'almere' })
  await arrive(40, '2026-09-10', { site: 'velp' })
  await count('2027-02-10')
  const [ede, almere, velp, all] = await Promise.all(
    ['ede', 'almere', 'velp', '-'].map((site) => published(site, '2026-1')),
  )
  expect(almere).toEqual({ total: null, ordinary: null, urgent: null })
  expect([ede?.total, velp?.total, all?.total].filter((one) => one === null)).toHaveLength(1)
})

test('a report to a vertrouwenspersoon counts nowhere', async () => {
  school.standOn(localDate('2026-11-24'))
  for (let left = 6; left > 0; left -= 1) {
    await submit(await newReporter(school.api), { to: ['confidentialAdviser'], story: 'Ze lachen.' })
  }
  await arrive(5, '2026-11-24')
  await count('2027-02-10')
  expect(await published('ede', '2026-1')).toEqual({ total: 5, ordinary: 5, urgent: 0 })
})

test('two processes at once count and publish once', async () => {
  await arrive(6, '2026-09-10')
  await Promise.all([count('2027-02-10'), count('2027-02-10')])
  expect(await published('ede', '2026-1')).toEqual({ total: 6, ordinary: 6, urgent: 0 })
})
