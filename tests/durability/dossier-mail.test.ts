import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { expect, onTestFinished, test } from 'vitest'
import { databaseKinds, openDatabase } from '../../db/connect.ts'
import { dossierEntries, dossierGrants, dossiers, staff } from '../../db/schema/index.ts'
import { ended, startMailProcess } from '../support/mail-process.ts'
import { startMailSink } from '../support/mail-sink.ts'
import { fillWithPeople } from '../support/own-school.ts'
import { makePostgresDatabase } from '../support/postgres-database.ts'
import { mailOf, password } from '../support/school.ts'

const [openedOn, lastDay, dayAfter] = ['2026-11-24', '2026-11-25', '2026-11-26']
const mentor = { email: mailOf('mentor'), password, name: 'Mo Meijer', site: 'ede', roles: ['mentor'] as const }

/** An open dossier of the mentor, as far as terms are concerned: what is sealed is not opened here. */
async function putDossier(place: { dataDir: string; databaseUrl: string | undefined }) {
  const { db, close } = await openDatabase(place)
  try {
    const [member] = await db.select({ id: staff.id }).from(staff).where(eq(staff.siteId, 'ede'))
    if (!member) throw new Error('nobody works here')
    const [dossierId, sealed] = [randomUUID(), new Uint8Array([0])]
    const of = { siteId: 'ede', dossierId, epoch: 1, sealed }
    await db.insert(dossiers).values({
      ...{ siteId: 'ede', id: dossierId, protocolId: 'aeres-vmbo', protocolVersion: '1.1', epoch: 1 },
      ...{ openedOn, isOpen: true, lastSequence: 1 },
    })
    await db.insert(dossierGrants).values({ ...of, holderId: member.id })
    await db.insert(dossierEntries).values({
      ...{ ...of, sequence: 1, id: randomUUID(), kind: 'opened', code: 'ordinary', byStaffId: member.id },
      ...{ happenedOn: openedOn, recordedOn: openedOn, isOverride: false },
    })
  } finally {
    await close()
  }
}

test.each(databaseKinds)(
  'a term in a dossier is told once on %s, by processes with other clocks, before and after a restart',
  async (kind) => {
    const dataDir = mkdtempSync(join(tmpdir(), 'vijfspoor-dossier-mail-'))
    const database = kind === 'postgres' ? await makePostgresDatabase() : null
    const sink = await startMailSink()
    onTestFinished(async () => {
      await sink.close()
      await database?.drop()
      rmSync(dataDir, { recursive: true, force: true })
    })
    const place = { dataDir, databaseUrl: database?.url }
    await fillWithPeople(place, [mentor])
    await putDossier(place)

    const start = (moment: string) => {
      const aheadMinutes = Math.round((new Date(`${moment}:00Z`).getTime() - Date.now()) / 60_000)
      return ended(startMailProcess({ ...place, smtp: sink.url, aheadMinutes }))
    }
    if (kind === 'postgres') {
      const clocks = [
        `${lastDay}T07:00`,
        `${lastDay}T12:00`,
        `${lastDay}T16:00`,
        `${dayAfter}T07:00`,
        `${dayAfter}T12:00`,
      ]
      expect(await Promise.all(clocks.map(start))).toEqual([0, 0, 0, 0, 0])
    }
    // The embedded database refuses a second process.
    for (const clock of [`${lastDay}T07:00`, `${lastDay}T12:00`, `${dayAfter}T16:00`])
      expect(await start(clock)).toBe(0)
    // On its last day, and once it is late.
    expect(sink.mails.map(({ to }) => to)).toEqual([mailOf('mentor'), mailOf('mentor')])
  },
)
