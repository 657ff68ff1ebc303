import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { accounts } from '../../../db/schema/index.ts'
import { type Answer, ask } from '../../../web/client.ts'
import { offeredFor } from '../../../web/islands/team/bring-in.ts'
import type { BringIn } from '../../../web/islands/team/hand-on-api.ts'
import { type Colleague, openReport } from '../../support/colleague.ts'
import { openCast } from '../../support/report-cast.ts'
import { mailOf } from '../../support/school.ts'
import { accepted } from '../../support/school-api.ts'
import { placeOf, told } from '../../support/told.ts'

const cast = await openCast()
const { school, coen, mo, idOf } = cast
afterAll(() => school.close())

const lookFor = (who: Colleague, report: string): Promise<Answer<BringIn>> =>
  ask(who.api.client.team.reports[':site'][':report']['bring-in'].$get({ param: { site: 'ede', report } }))

/** Who the screen offers, by name. */
async function offered(who: Colleague, reporter: Awaited<ReturnType<typeof told>>, classGroup: string) {
  const found = await accepted(lookFor(who, reporter.report))
  const { conversation, stored } = await openReport(who, placeOf(reporter))
  const { mentors, teamLeaders } = offeredFor(found, classGroup, {
    ...{ own: who.places.get('ede')?.holder ?? '', siteKey: conversation.siteKey },
    ...{ entries: conversation.entries, readers: conversation.readers, stored },
  })
  return { mentors: mentors.map(({ name }) => name), teamLeaders: teamLeaders.map(({ name }) => name) }
}

let toCoordinator: Awaited<ReturnType<typeof told>>
beforeAll(async () => {
  toCoordinator = await told(school, ['bullyingCoordinator'], { urgent: true })
})

test('mentors of the class and team leaders are offered to whoever reads the report', async () => {
  expect(await offered(coen, toCoordinator, '1A')).toEqual({
    mentors: ['Mia Mol', 'Mo Meijer'],
    teamLeaders: ['Victor Vos'],
  })
  expect(await offered(coen, toCoordinator, '2B')).toMatchObject({ mentors: ['Mia Mol'] })
  expect(await offered(coen, toCoordinator, '')).toMatchObject({ mentors: [] })
})

test('nobody else is told who works with which class for a report', async () => {
  expect(await lookFor(mo, toCoordinator.report)).toMatchObject({ ok: false, refusal: 'report-unknown' })
})

test('who reads already and who is blocked is not offered', async () => {
  const reporter = await told(school, ['bullyingCoordinator', idOf('mentor'), idOf('mentor2')])
  expect(await offered(coen, reporter, '1A')).toMatchObject({ mentors: [] })
  const victor = eq(accounts.email, mailOf('vertrouwenspersoon2'))
  await school.deps.db.update(accounts).set({ blockedAt: school.deps.clock.now() }).where(victor)
  expect(await offered(coen, toCoordinator, '1A')).toMatchObject({ teamLeaders: [] })
})
