import { eq } from 'drizzle-orm'
import { onTestFinished } from 'vitest'
import type { LocalDate } from '../../api/domain/local-date.ts'
import { endDeputies } from '../../api/jobs/end-deputies.ts'
import { reports } from '../../db/schema/index.ts'
import { ask } from '../../web/client.ts'
import { keysApi } from '../../web/islands/keys/keys-api.ts'
import { newReporter, submit } from './reporter.ts'
import { openSchool, type School } from './school.ts'
import { accepted } from './school-api.ts'
import { colleague, holderOf } from './staff.ts'

export const today = '2026-11-24'
export const tomorrow = '2026-11-25'
export const nextDay = '2026-11-26'
export const dayAfter = '2026-11-27'

export async function newSchool(): Promise<School> {
  const school = await openSchool()
  onTestFinished(school.close)
  return school
}

export async function tell(school: School, to: readonly string[], standsIn: Readonly<Record<string, string>> = {}) {
  const reporter = await newReporter(school.api)
  const draft = await school.openDraft('ede')
  await submit(reporter, { to, standIns: standsIn, story: 'Ze wachten me op.', draft })
  return reporter
}

/** The mentor is away on these days, and the coordinator reads for them. */
export async function planAsMentor(school: School, firstDay: LocalDate, lastDay: LocalDate) {
  const mentor = await colleague(school, 'mentor')
  const api = keysApi(mentor.api.client)
  const deputy = holderOf(school, 'coordinator')
  await accepted(api.planDeputy('ede', { deputy, firstDay, lastDay }))
  return { mentor, api, deputy, absent: holderOf(school, 'mentor') }
}

export const endOn = (school: School, day: LocalDate) =>
  endDeputies(school.deps.db, { today: day, now: new Date(`${day}T06:00:00Z`) })

export const isKeyDue = async ({ deps: { db } }: School, report: string) =>
  (await db.select({ isKeyDue: reports.isKeyDue }).from(reports).where(eq(reports.id, report)))[0]?.isKeyDue

export const workList = async (who: Awaited<ReturnType<typeof colleague>>) =>
  (await accepted(ask(who.api.client.team.reports.$get({ query: {} })))).reports.map(({ report }) => report)
