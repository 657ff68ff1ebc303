import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { addDays } from '../../../api/domain/local-date.ts'
import { ask } from '../../../web/client.ts'
import { openReport } from '../../support/colleague.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { accepted } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())
beforeEach(async () => {
  await school.deps.db.execute(sql`truncate reports cascade`)
  school.standOn(ordinaryDay)
})

/** With whom something lies, so many days later, as the coordinator reads it. */
async function stalledAfter(days: number): Promise<readonly string[]> {
  school.standOn(addDays(ordinaryDay, days))
  const { api } = await colleague(school, 'coordinator')
  const { stalled } = await accepted(ask(api.client.team.stalled.$get()))
  return stalled.map(({ siteName, name }) => `${name} (${siteName})`)
}

test('the coordinator sees with whom reports lie after twice the term, each once', async () => {
  await told(school, ['contactPerson'])
  await told(school, ['contactPerson', holderOf(school, 'mentor')])
  expect(await stalledAfter(3)).toEqual([])
  expect(await stalledAfter(6)).toEqual(['Mo Meijer (Ede)', 'contactPerson (Ede)'])
})

test('what a vertrouwenspersoon got is named to nobody', async () => {
  await told(school, ['confidentialAdviser'])
  await told(school, [holderOf(school, 'vertrouwenspersoon'), 'contactPerson'])
  expect(await stalledAfter(9)).toEqual([])
})

test('it is over once somebody opened it', async () => {
  const reporter = await told(school, [holderOf(school, 'mentor')])
  expect(await stalledAfter(6)).toEqual(['Mo Meijer (Ede)'])
  const mentor = await colleague(school, 'mentor')
  await openReport(mentor, placeOf(reporter))
  const { read } = mentor.api.client.team.reports[':site'][':report']
  await accepted(ask(read.$put({ param: placeOf(reporter), json: { sequence: 1 } })))
  expect(await stalledAfter(6)).toEqual([])
})
