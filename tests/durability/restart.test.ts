import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { systemClock } from '../../api/http/clock.ts'
import { answer, openReport } from '../support/colleague.ts'
import { openDraft } from '../support/draft.ts'
import { emptyPostgres } from '../support/durability/empty-postgres.ts'
import { type Killable, makeKillable } from '../support/durability/killable.ts'
import { makeSmallSchool } from '../support/durability/school-directory.ts'
import { staffAt } from '../support/durability/staff-at.ts'
import { newReporter, openByCode, sealSubmission, sendSubmission, submit } from '../support/reporter.ts'
import { uploadFile } from '../support/upload.ts'

let folder: string
const running: Killable[] = []
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vijfspoor-restart-'))
})
afterEach(async () => {
  for (const server of running.splice(0)) await server.kill()
  rmSync(folder, { recursive: true, force: true })
})

async function startAt(place: { dataDir: string; databaseUrl?: string }): Promise<Killable> {
  const server = await makeKillable(place)
  running.push(server)
  server.start()
  await server.up()
  return server
}

const told = { to: ['confidentialAdviser'], story: 'Het gebeurt elke dag.', files: [Buffer.alloc(300_000, 7)] }

describe('a server that is restarted between sending and answering', () => {
  const restarts = {
    'in order': (server: Killable) => server.stop(),
    'by a kill': (server: Killable) => server.kill(),
  }
  test.each(Object.entries(restarts))('%s, keeps report, answer and session', async (_, end) => {
    const school = await makeSmallSchool({ dataDir: folder })
    const server = await startAt({ dataDir: folder })
    const again = async () => {
      await end(server)
      server.start()
      await server.up()
    }
    const reporter = await newReporter(server.api)
    await submit(reporter, told)
    await again()
    const colleague = await staffAt(server.origin, school)
    const place = { site: 'ede', report: reporter.report }
    expect((await openReport(colleague, place)).conversation.entries[0]?.body).toMatchObject({ story: told.story })
    await again()
    // Still signed in: sessions are in the database.
    await answer(colleague, place, { text: 'Wat goed dat je het vertelt.', on: systemClock.today() })
    await again()
    const { conversation } = await openByCode(server.api, reporter.code)
    expect(conversation.warnings).toEqual([])
    expect(conversation.entries.at(-1)?.body).toMatchObject({ text: 'Wat goed dat je het vertelt.' })
  })
})

describe('two processes on one PostgreSQL', () => {
  test('start together on an empty database and are one school', async () => {
    const { databaseUrl, remove } = await emptyPostgres()
    const [one, two] = [
      await makeKillable({ dataDir: folder, databaseUrl }),
      await makeKillable({ dataDir: folder, databaseUrl }),
    ]
    running.push(one, two)
    for (const server of [one, two]) server.start()
    await Promise.all([one.up(), two.up()])
    const instanceOf = async ({ api }: Killable) => (await api.send('/api/instance')).json()
    expect(await instanceOf(one)).toEqual(await instanceOf(two))
    for (const server of [one, two]) expect(await server.stop(), server.written()).toBe(0)
    await remove()
  })

  test('what is sent through one is read and answered through the other', async () => {
    const { databaseUrl, remove } = await emptyPostgres()
    const place = { dataDir: folder, databaseUrl }
    const school = await makeSmallSchool(place)
    const [one, two] = [await startAt(place), await startAt(place)]
    const reporter = await newReporter(one.api)
    await submit(reporter, told)

    const colleague = await staffAt(two.origin, school)
    const report = { site: 'ede', report: reporter.report }
    await answer(colleague, report, { text: 'Ik lees het hier.', on: systemClock.today() })
    const { conversation } = await openByCode(one.api, reporter.code)
    expect(conversation.warnings).toEqual([])
    expect(conversation.entries.at(-1)?.body).toMatchObject({ text: 'Ik lees het hier.' })

    for (const server of [one, two]) expect(await server.stop(), server.written()).toBe(0)
    await remove()
  })

  test('a draft opened and filled through one becomes a report through the other', async () => {
    const { databaseUrl, remove } = await emptyPostgres()
    const place = { dataDir: folder, databaseUrl }
    await makeSmallSchool(place)
    const [one, two] = [await startAt(place), await startAt(place)]
    const reporter = await newReporter(one.api)
    const draft = await openDraft(one.api, 'ede')
    const manifest = await uploadFile(reporter, draft, told.files[0] ?? Buffer.alloc(0))
    const submission = await sealSubmission(reporter, { ...told, manifests: [manifest] })
    expect(await sendSubmission(two.api, draft, submission)).toMatchObject({ ok: true })
    // The answer was lost on the way, and the browser asks the first one again.
    expect(await sendSubmission(one.api, draft, submission)).toMatchObject({ ok: true })
    expect((await openByCode(two.api, reporter.code)).conversation.entries).toHaveLength(1)

    for (const server of [one, two]) expect(await server.stop(), server.written()).toBe(0)
    await remove()
  })
})
