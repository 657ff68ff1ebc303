import { and, eq } from 'drizzle-orm'
import { auditEvents, grants, messages, reports } from '../../db/schema/index.ts'
import type { Colleague } from './colleague.ts'
import type { Reporter } from './reporter.ts'
import { openSchool } from './school.ts'
import { sendJson } from './school-api.ts'
import { colleague, holderOf } from './staff.ts'

/** The small school with its people at work, and what tests about who reads a report look at. */
export async function openCast() {
  const school = await openSchool()
  const { db } = school.deps
  return {
    school,
    /** Two vertrouwenspersonen, a coordinator and a mentor; and a vertrouwenspersoon of the other site. */
    vera: await colleague(school, 'vertrouwenspersoon'),
    victor: await colleague(school, 'vertrouwenspersoon2'),
    coen: await colleague(school, 'coordinator'),
    mo: await colleague(school, 'mentor'),
    alma: await colleague(school, 'vertrouwenspersoon', 'almere'),

    idOf: (who: string) => holderOf(school, who),
    send: (who: Colleague, reporter: Reporter, what: string, body: unknown) =>
      sendJson(who.api, 'POST', `/api/team/reports/ede/${reporter.report}/${what}`, body),
    auditOf: async ({ report }: Reporter) => {
      const rows = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, report))
      return rows.map(({ action, detail }) => [action, detail])
    },
    isDue: async ({ report }: Reporter) => {
      const [row] = await db.select().from(reports).where(eq(reports.id, report))
      return row?.isKeyDue
    },
    makeDue: ({ report }: Reporter) => db.update(reports).set({ isKeyDue: true }).where(eq(reports.id, report)),
    listOf: async (who: Colleague) => {
      const response = await who.api.send('/api/team/reports')
      const { reports: rows } = (await response.json()) as { reports: { report: string }[] }
      return rows.map(({ report }) => report)
    },
    /** Every sealed row of a dump that belongs to this epoch. */
    dumpOf: async ({ report }: Reporter, epoch: number) => [
      ...(await db
        .select()
        .from(grants)
        .where(and(eq(grants.reportId, report), eq(grants.epoch, epoch)))),
      ...(await db
        .select()
        .from(messages)
        .where(and(eq(messages.reportId, report), eq(messages.epoch, epoch)))),
    ],
    identitiesOf: (who: Colleague) => [...(who.places.get('ede')?.identities.values() ?? [])].flat(),
  }
}
