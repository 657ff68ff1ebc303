import { eq } from 'drizzle-orm'
import { auditEvents } from '../../db/schema/index.ts'
import type { Colleague } from './colleague.ts'
import type { DossierPlace } from './dossiers.ts'
import { openCast } from './report-cast.ts'
import { sendJson } from './school-api.ts'

/** The people of report-cast.ts, and what tests about dossiers ask. */
export async function openDossierCast() {
  const cast = await openCast()
  const { db } = cast.school.deps
  const pathOf = ({ dossier }: DossierPlace, what: string) => `/api/team/dossiers/ede/${dossier}/${what}`
  return {
    ...cast,
    db,
    mentorAndKeeper: () => [cast.idOf('mentor'), 'bullyingCoordinator'],
    post: (who: Colleague, place: DossierPlace, what: string, body: unknown) =>
      sendJson(who.api, 'POST', pathOf(place, what), body),
    put: (who: Colleague, place: DossierPlace, what: string, body: unknown = {}) =>
      sendJson(who.api, 'PUT', pathOf(place, what), body),
    begin: (who: Colleague, body: unknown) => sendJson(who.api, 'POST', '/api/team/sites/ede/dossiers', body),
    auditOfDossier: async ({ dossier }: DossierPlace) => {
      const rows = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, dossier))
      return rows.map(({ subject, action, detail }) => [subject, action, detail])
    },
  }
}
