import { and, eq, ne } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leaveSite, removeFromPost } from '../../../api/stores/appointments.ts'
import { transact } from '../../../api/stores/transact.ts'
import { vouchForEachOther } from '../../../db/demo/vouch.ts'
import { auditEvents, neighbours, reports } from '../../../db/schema/index.ts'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { vouchFor } from '../../../web/crypto/neighbour.ts'
import { open } from '../../../web/crypto/sealing.ts'
import { answer, openReport } from '../../support/colleague.ts'
import { leaveReport, renewKey, sealShare, shareWith } from '../../support/handing-on.ts'
import { openCast } from '../../support/report-cast.ts'
import { openByCode } from '../../support/reporter.ts'
import { ordinaryDay } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { colleague, signInAs } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'
import { leaveOut, writeBack } from '../../support/writing.ts'

const { school, vera: veraBefore, victor, coen: coenBefore, alma, send, listOf, dumpOf, isDue } = await openCast()
const { db, instance } = school.deps
afterAll(() => school.close())

const theirs = 'almere/confidentialAdviser'
const almas = `almere/${alma.places.get('almere')?.holder}`
const maker = { instance, random: school.deps.random, today: ordinaryDay }

/** With what their site vouches for by now. */
let vera = veraBefore
let coen = coenBefore
async function vouch() {
  await db.delete(neighbours)
  await vouchForEachOther(db, maker, [school.site, school.otherSite])
  vera = await colleague(school, 'vertrouwenspersoon')
  coen = await colleague(school, 'coordinator')
}

describe('a site that vouches for no other', () => {
  test('shares with nobody there, whatever a browser makes', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const { recipient } = await newIdentity()
    const share = await sealShare(vera, placeOf(reporter), theirs, { recipient })
    expect(await send(vera, reporter, 'shares', share)).toEqual(refused(422, 'holder-unknown'))
    expect(await send(vera, reporter, 'colleagues', { name: '', at: 'almere' })).toEqual(refused(404, 'site-unknown'))
    expect(await listOf(alma)).toEqual([])
  })

  test('begins to when its director signs the key of the other site, and only that', async () => {
    const dirk = (await signInAs(school, 'directeur')).api
    const path = '/api/team/sites/ede/neighbours/almere'
    const said = {
      ...{ instance: instance.salt, site: 'ede', neighbour: 'almere', name: 'Aeres VMBO Almere' },
      ...{ siteKey: school.otherSite.siteKey, issuedOn: ordinaryDay },
    }
    const listed = await sendJson(dirk, 'GET', '/api/team/sites/ede/neighbours')
    const other = (listed.body as { site: string; name: string; siteKey: string }[]).find(
      ({ site }) => site === 'almere',
    )
    const right = { ...said, name: other?.name ?? '' }
    expect(other).toMatchObject({ siteKey: school.otherSite.siteKey, statement: null })
    const put = (body: Partial<typeof said>, secret = school.site.siteSecret) =>
      sendJson(dirk, 'PUT', path, { statement: vouchFor({ ...right, ...body }, secret) })
    const wrong = refused(422, 'certificate-wrong')
    expect(await put({ siteKey: school.site.siteKey })).toEqual(wrong)
    expect(await put({ instance: 'another school' })).toEqual(wrong)
    expect(await put({ site: 'almere', neighbour: 'ede' })).toEqual(wrong)
    expect(await put({ neighbour: 'emmeloord' })).toEqual(wrong)
    expect(await put({ name: 'Ergens anders' })).toEqual(wrong)
    expect(await put({}, school.otherSite.siteSecret)).toEqual(wrong)
    expect((await put({})).status).toBe(204)
    const [event] = await db
      .select()
      .from(auditEvents)
      .where(and(eq(auditEvents.action, 'site-vouched'), eq(auditEvents.siteId, 'ede')))
    expect(event).toMatchObject({ subject: 'site', subjectId: 'almere' })
    await db.delete(neighbours)
  })
})

describe('a report that is shared with another site', () => {
  beforeAll(vouch)

  test('is read and answered there, and the reporter sees by whom and where', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    expect(await listOf(alma)).toEqual([])
    await shareWith(vera, placeOf(reporter), theirs)
    expect(await listOf(alma)).toContain(reporter.report)
    const read = await openReport(alma, placeOf(reporter))
    expect(read.conversation.warnings).toEqual([])
    expect(read.conversation.siteKey).toBe(school.site.siteKey)
    await answer(alma, placeOf(reporter), { text: 'Ik lees dit in Almere.', on: ordinaryDay })
    await answer(alma, placeOf(reporter), { text: '', on: ordinaryDay, state: 'inProgress' })

    const { conversation, stored } = await openByCode(school.api, reporter.code)
    expect(conversation.warnings).toEqual([])
    expect(conversation.entries.map(({ purpose, authorName }) => [purpose, authorName])).toEqual([
      ['report', null],
      ['share', 'Vera Visser'],
      ['message', expect.stringMatching(/^Alma Almering van .*Almere$/)],
      ['status', expect.stringMatching(/^Alma Almering van .*Almere$/)],
    ])
    expect(conversation.readers).toEqual([
      { holder: 'confidentialAdviser', name: 'Vertrouwenspersoon' },
      { holder: theirs, name: expect.stringMatching(/^Vertrouwenspersoon van .*Almere$/) },
    ])
    expect(stored.site).toBe('ede')
    const mine = await openReport(vera, placeOf(reporter))
    expect(mine.conversation.warnings).toEqual([])
  })

  test('is in the logs of both sites, each with the names it knows', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await shareWith(vera, placeOf(reporter), theirs)
    await answer(alma, placeOf(reporter), { text: 'Gelezen.', on: ordinaryDay })
    const rows = await db.select().from(auditEvents).where(eq(auditEvents.subjectId, reporter.report))
    const inLog = (site: string) =>
      rows.filter(({ siteId }) => siteId === site).map(({ action, detail }) => [action, detail])
    expect(inLog('ede')).toEqual(
      expect.arrayContaining([
        ['shared', theirs],
        ['changed', null],
      ]),
    )
    expect(inLog('almere')).toEqual(
      expect.arrayContaining([
        ['shared', 'confidentialAdviser'],
        ['changed', null],
      ]),
    )
  })

  test('can go on without that reader, and under new keys with them', async () => {
    const reporter = await told(school, ['confidentialAdviser', 'bullyingCoordinator'])
    await shareWith(vera, placeOf(reporter), theirs)
    await leaveOut(reporter, ['confidentialAdviser', theirs])
    const after = await openByCode(school.api, reporter.code)
    expect(after.conversation.warnings).toEqual([])
    expect((await openReport(alma, placeOf(reporter))).conversation.recipient).toBe(after.conversation.recipient)
    await leaveOut(reporter, ['confidentialAdviser'])
    await writeBack(reporter, 'Dit is niet voor Almere.')
    await expect(openReport(alma, placeOf(reporter))).rejects.toThrow('report-unknown')
    const keys = [...(alma.places.get('almere')?.identities.values() ?? [])].flat()
    for (const { sealed } of await dumpOf(reporter, 3)) {
      for (const identity of keys) await expect(open(sealed, identity)).rejects.toThrow('cannot open')
    }
  })

  test('moves there in one step, and comes back the same way', async () => {
    const reporter = await told(school, ['bullyingCoordinator'])
    await leaveReport(coen, placeOf(reporter), { holder: 'bullyingCoordinator', isInvolved: false, to: theirs })
    expect(await listOf(coen)).not.toContain(reporter.report)
    await renewKey(alma, placeOf(reporter))
    await answer(alma, placeOf(reporter), { text: 'Het is nu bij ons.', on: ordinaryDay })
    const moved = await openByCode(school.api, reporter.code)
    expect(moved.conversation.warnings).toEqual([])
    expect(moved.conversation.readers.map(({ holder }) => holder)).toEqual([theirs])
    await writeBack(reporter, 'Dank je.')
    await leaveReport(alma, placeOf(reporter), { holder: theirs, isInvolved: false, to: 'confidentialAdviser' })
    await renewKey(vera, placeOf(reporter))
    expect(await listOf(alma)).not.toContain(reporter.report)
    const back = await openByCode(school.api, reporter.code)
    expect(back.conversation.readers.map(({ holder }) => holder)).toEqual(['confidentialAdviser'])
    expect(back.conversation.warnings).toEqual([])
  })

  test('is closed there to whoever stays out, who can only do so when somebody else can handle it', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    const place = placeOf(reporter)
    await shareWith(vera, place, theirs)
    await leaveReport(alma, place, { holder: almas, isInvolved: true })
    expect(await listOf(alma)).not.toContain(reporter.report)
    await expect(openReport(alma, place)).rejects.toThrow('report-unknown')
    await renewKey(victor, place)
    expect((await openByCode(school.api, reporter.code)).conversation.readers.map(({ holder }) => holder)).toEqual([
      'confidentialAdviser',
    ])
    const moved = await told(school, ['confidentialAdviser'])
    const leaving = { holder: 'confidentialAdviser', isInvolved: false, to: theirs }
    await leaveReport(vera, placeOf(moved), leaving)
    await renewKey(alma, placeOf(moved))
    await expect(leaveReport(alma, placeOf(moved), { holder: almas, isInvolved: true })).rejects.toThrow('owner-needed')
  })
})

describe('the other site', () => {
  beforeAll(vouch)
  const director = async () => (await signInAs(school, 'directeur')).api
  const path = '/api/team/sites/ede/neighbours/almere'

  /** A report that only they can read. */
  async function moved() {
    const reporter = await told(school, ['confidentialAdviser'])
    await leaveReport(vera, placeOf(reporter), { holder: 'confidentialAdviser', isInvolved: false, to: theirs })
    return reporter
  }

  test('is not let go of while its people are the only ones who can read something that is open', async () => {
    const reporter = await moved()
    expect(await sendJson(await director(), 'DELETE', path)).toEqual(refused(409, 'owner-needed'))
    expect(await listOf(alma)).toContain(reporter.report)
    await renewKey(alma, placeOf(reporter))
    await shareWith(alma, placeOf(reporter), 'bullyingCoordinator')
    await db.update(reports).set({ state: 'closed' }).where(ne(reports.id, reporter.report))
    expect((await sendJson(await director(), 'DELETE', path)).status).toBe(204)
    expect(await listOf(alma)).toEqual([])
    expect(await isDue(reporter)).toBe(true)
    expect(await send(coen, reporter, 'colleagues', { name: '', at: 'almere' })).toEqual(refused(404, 'site-unknown'))
    await renewKey(coen, placeOf(reporter))
    const { conversation } = await openByCode(school.api, reporter.code)
    expect(conversation.warnings).toEqual([])
    expect(conversation.readers.map(({ holder }) => holder)).toEqual(['bullyingCoordinator'])
    await vouch()
  })

  test('keeps who handles a report of this one: nobody goes there before somebody else can', async () => {
    const reporter = await moved()
    await renewKey(alma, placeOf(reporter))
    const post = { site: 'almere', holder: almas.slice('almere/'.length), today: ordinaryDay }
    const remove = () => transact(db, (tx) => removeFromPost(tx, { ...post, role: 'confidentialAdviser' }))
    expect(await remove()).toBe('owner-needed')
    expect((await transact(db, (tx) => leaveSite(tx, post))).refusal).toBe('owner-needed')
    await shareWith(alma, placeOf(reporter), 'bullyingCoordinator')
    await db.update(reports).set({ state: 'closed' }).where(ne(reports.id, reporter.report))
    expect(await remove()).toBeNull()
    expect(await isDue(reporter)).toBe(true)
    await expect(openReport(alma, placeOf(reporter))).rejects.toThrow('report-unknown')
    await renewKey(coen, placeOf(reporter))
    await writeBack(reporter, 'Hierna leest Almere niets meer.')
    const keys = [...(alma.places.get('almere')?.identities.values() ?? [])].flat()
    for (const { sealed } of await dumpOf(reporter, 3)) {
      for (const identity of keys) await expect(open(sealed, identity)).rejects.toThrow('cannot open')
    }
  })
})
