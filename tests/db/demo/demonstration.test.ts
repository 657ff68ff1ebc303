import { randomFillSync } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { aeres11 } from '../../../api/domain/protocol/aeres-1-1/protocol.ts'
import { interpret } from '../../../api/domain/protocol/interpret.ts'
import { systemClock } from '../../../api/http/clock.ts'
import { silentLog } from '../../../api/http/log.ts'
import { demonstrationCode, listDemonstrationAccounts } from '../../../db/demo/access.ts'
import { fillDemonstration } from '../../../db/demo/demonstration.ts'
import { dossierStories } from '../../../db/demo/dossier-stories.ts'
import { demonstrationPassword } from '../../../db/demo/people.ts'
import { stories } from '../../../db/demo/stories.ts'
import { fillSchool, type Instance } from '../../../db/fill-school.ts'
import { reports, sites, staff } from '../../../db/schema/index.ts'
import { readSchoolConfig } from '../../../db/school-config.ts'
import { ask } from '../../../web/client.ts'
import { fromBase64Url } from '../../../web/crypto/bytes.ts'
import { openSiteSeed } from '../../../web/crypto/site-keys.ts'
import { openKeys, openReport, signIn } from '../../support/colleague.ts'
import { type FreshDatabase, freshDatabase } from '../../support/database.ts'
import { readDossier } from '../../support/dossiers.ts'
import { openByCode } from '../../support/reporter.ts'
import { accepted, apiOf } from '../../support/school-api.ts'
import { assertSealed } from '../../support/sealed.ts'

const school = readSchoolConfig('school.json')
const random = (bytes: number) => randomFillSync(new Uint8Array(bytes))
const today = systemClock.today()

let opened: FreshDatabase
let instance: Instance
let app: ReturnType<typeof createApp>

beforeAll(async () => {
  opened = await freshDatabase()
  instance = await fillSchool(opened.db, { school, today, random })
  await fillDemonstration(opened.db, { instance, random, today }, school)
  app = createApp({
    ...{ db: opened.db, databaseKind: opened.kind, school, instance, random, clock: systemClock },
    ...{ log: silentLog, dist: null, hasFreeSpace: async () => true },
  })
}, 120_000)
afterAll(() => opened.close())

const colleague = async (address: string) =>
  openKeys(
    await signIn(
      (request) => app.fetch(request),
      Buffer.from(instance.salt, 'base64url'),
      `${address}@demo.vijfspoor.nl`,
      demonstrationPassword,
    ),
  )
const worklist = async (address: string) =>
  (await accepted(ask((await colleague(address)).api.client.team.reports.$get({ query: {} })))).reports

describe('the demonstration school', () => {
  test('has a key for every site', async () => {
    const rows = await opened.db.select({ siteKey: sites.siteKey }).from(sites)
    expect(rows).toHaveLength(11)
    expect(rows.every(({ siteKey }) => siteKey !== null)).toBe(true)
  })

  test('has a director who can sign with the key of the site, and a copy of each function that has one', async () => {
    const { api, box, places } = await colleague('directeur.ede')
    const { holder = '' } = places.get('ede') ?? {}
    const view = await accepted(ask(api.client.team.sites[':site'].keys.$get({ param: { site: 'ede' } })))
    const siteKey = box.siteKeys['ede'] ?? ''
    const opened = await openSiteSeed(fromBase64Url(view.ownSiteKey ?? ''), box.identity, {
      ...{ site: 'ede', member: holder, siteKey },
    })
    expect(opened.publicKey).toBe(view.siteKey)
    const escrowed = view.functions.map(({ role, generations }) => [role, generations[0]?.hasEscrow])
    expect(Object.fromEntries(escrowed)).toEqual({
      ...{ contactPerson: true, bullyingCoordinator: true, supportCoordinator: true },
      confidentialAdviser: false,
    })
  })

  test('has dossiers that the mentor and the coordinator open without a warning, one in aftercare and one closed', async () => {
    const [mentor, coordinator] = [await colleague('mentor1.ede'), await colleague('anti-pestcoordinator.ede')]
    const listed = (state: 'open' | 'closed') =>
      accepted(ask(mentor.api.client.team.dossiers.$get({ query: { state } })))
    const dossiers = [...(await listed('open')).dossiers, ...(await listed('closed')).dossiers]
    expect(dossiers).toHaveLength(dossierStories.length)
    const states: string[] = []
    for (const { site, dossier } of dossiers) {
      for (const reader of [mentor, coordinator])
        expect((await readDossier(reader, { site, dossier })).opened.warnings).toEqual([])
      const { stored } = await readDossier(coordinator, { site, dossier })
      const situation = { calendar: stored.calendar, today: stored.today, readers: stored.workers }
      states.push(interpret(aeres11, stored.entries, situation).state)
    }
    expect(states.toSorted()).toEqual(['aftercare', 'closed', 'open', 'open'])
  })

  test('comes in once', async () => {
    const before = await opened.db.$count(staff)
    await fillDemonstration(opened.db, { instance, random, today }, school)
    expect(await opened.db.$count(staff)).toBe(before)
  })

  test('is listed by site for whoever starts the program', async () => {
    const accounts = await listDemonstrationAccounts(opened.db)
    expect([...accounts.keys()].sort()).toEqual(school.sites.map(({ id }) => id).sort())
    expect(accounts.get('almere')).toContain('directeur')
  })

  test('stores nothing but age files', async () => {
    expect(await assertSealed(opened.db)).toBeGreaterThan(90)
  })
})

describe('the stories of the demonstration', () => {
  test('each open with their access code', async () => {
    expect(await opened.db.$count(reports)).toBe(stories.length)
    for (const [index, story] of stories.entries()) {
      const { conversation } = await openByCode(
        apiOf((request) => app.fetch(request)),
        demonstrationCode(instance, index),
      )
      expect(conversation.warnings).toEqual([])
      expect(conversation.entries[0]?.body).toMatchObject({ story: story.body.story })
    }
  })

  test('are answered where they say so, by somebody the site key certifies', async () => {
    const { conversation } = await openByCode(
      apiOf((request) => app.fetch(request)),
      demonstrationCode(instance, 0),
    )
    expect(conversation.state).toBe('inProgress')
    expect(conversation.entries.map(({ isFromReporter }) => isFromReporter)).toEqual([true, false, false])
    expect(conversation.entries[1]?.authorName).not.toBe('')
  })

  test('are in the inbox of both vertrouwenspersonen, who can open them', async () => {
    for (const address of ['vertrouwenspersoon.ede', 'vertrouwenspersoon2.ede']) {
      const [row, ...more] = await worklist(address)
      expect(more).toEqual([])
      const { conversation } = await openReport(await colleague(address), { site: 'ede', report: row?.report ?? '' })
      expect(conversation.warnings).toEqual([])
      expect(conversation.entries[0]?.body).toMatchObject({ story: stories[0]?.body.story })
    }
  })

  test('are in no inbox of anybody else', async () => {
    expect(await worklist('systeembeheerder.ede')).toEqual([])
    expect(await worklist('vertrouwenspersoon.almere')).toEqual([])
    expect(await worklist('aanspreekpunt.ede')).toHaveLength(1)
  })
})
