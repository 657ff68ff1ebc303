import { eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { type LocalDate, localDate } from '../../../api/domain/local-date.ts'
import { seeToRound } from '../../../api/stores/mail-rounds.ts'
import { auditEvents, mails, staff } from '../../../db/schema/index.ts'
import { openDossierCast } from '../../support/dossier-cast.ts'
import { type DossierPlace, openDossierAs, readDossier, sealWriting, writeEntry } from '../../support/dossiers.ts'
import { eraseOn } from '../../support/erasing.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'

const { school, db, coen, mo, idOf, mentorAndKeeper, put, post } = await openDossierCast()
afterAll(() => school.close())
const director = await colleague(school, 'directeur')

const periods = '/api/team/sites/ede/retention'
const closed = { kind: 'closed', code: 'prank' } as const
const why = { text: 'Het bleek niet gebeurd.' }

/** Signed in anew on that day: a session does not last so long. */
async function on(day: LocalDate, who: string) {
  school.standOn(day)
  return colleague(school, who)
}

async function nearOf(who: Awaited<ReturnType<typeof on>>) {
  const { body } = await sendJson(who.api, 'GET', '/api/team/erasures')
  return (body as { erasures: { id: string; eraseOn: string; isUnread: boolean }[] }).erasures
}

describe('the periods of a site', () => {
  test('are the director’s to choose, within limits, and the log says so', async () => {
    const own = { report: 6, dossier: null, 'set-aside': 3 }
    expect((await sendJson(director.api, 'PUT', periods, own)).status).toBe(204)
    expect(await sendJson(director.api, 'GET', periods)).toMatchObject({
      body: { own, school: { report: 12, dossier: 24, 'set-aside': 6 } },
    })
    for (const report of [0, 85, 1.5, '6']) {
      const answer = await sendJson(director.api, 'PUT', periods, { ...own, report })
      expect(answer).toEqual(refused(400, 'input-malformed'))
    }
    const technician = await colleague(school, 'beheerder')
    for (const who of [technician, coen]) {
      expect(await sendJson(who.api, 'PUT', periods, own)).toEqual(refused(403, 'not-allowed'))
    }
    const rows = await db.select().from(auditEvents).where(eq(auditEvents.detail, 'retention'))
    expect(rows.map(({ subject, action }) => [subject, action])).toEqual([['site', 'changed']])
  })

  test('are what a closing follows, unless it says why it does not', async () => {
    const place = await openDossierAs(mo, { readers: mentorAndKeeper() })
    expect((await readDossier(coen, place)).stored).toMatchObject({ periods: { 'set-aside': 3 }, keeping: null })
    const close = async (dueOn: LocalDate, hasWords: boolean) => {
      const sealed = await sealWriting(coen, place, { kind: 'closed', code: 'duplicate', dueOn }, { text: 'Dubbel.' })
      return post(coen, place, 'joinings', { ...sealed, hasWords, to: other.dossier })
    }
    const other = await openDossierAs(coen, { readers: ['bullyingCoordinator'] })
    expect(await close(localDate('2027-05-24'), false)).toMatchObject({ body: { why: 'reason-needed' } })
    expect(await close(localDate('2034-01-01'), true)).toMatchObject({ body: { why: 'period-out-of-limits' } })
    expect((await close(localDate('2027-02-24'), false)).status).toBe(201)
  })
})

describe('what will be erased soon', () => {
  let place: DossierPlace
  const near = localDate('2027-02-10')

  test('is told to whoever reads it, on the screen and by mail, and to nobody else', async () => {
    place = await openDossierAs(mo, { readers: mentorAndKeeper() })
    await writeEntry(coen, place, { ...closed, dueOn: localDate('2027-03-01') }, why)
    expect((await readDossier(mo, place)).stored.keeping).toEqual({ state: 'waiting', endsOn: '2027-03-01' })
    await eraseOn(db, near)
    const [mentor, adviser] = [await on(near, 'mentor'), await on(near, 'vertrouwenspersoon')]
    const mine = (await nearOf(mentor)).filter(({ id }) => id === place.dossier)
    expect(mine).toMatchObject([{ kind: 'dossier', site: 'ede', siteName: 'Ede', isUnread: true }])
    expect(await nearOf(adviser)).toEqual([])
    await put(mentor, place, 'read', { sequence: 99 })
    expect((await nearOf(mentor)).find(({ id }) => id === place.dossier)?.isUnread).toBe(false)
    expect((await readDossier(mentor, place)).stored.keeping).toMatchObject({ state: 'warned' })

    await seeToRound(db, { day: near, time: '07:30' }, school.deps.school)
    await seeToRound(db, { day: near, time: '12:30' }, school.deps.school)
    const sent = (await db.select().from(mails)).filter(({ occasion }) => occasion.startsWith('erasures:'))
    expect(sent.map(({ kind }) => kind)).toEqual(sent.map(() => 'task'))
    const accountOf = async (holder: string) =>
      (await db.select().from(staff).where(eq(staff.id, holder))).map(({ accountId }) => accountId)
    const told = sent.map(({ accountId }) => accountId)
    const [[mentors], [advisers]] = [await accountOf(idOf('mentor')), await accountOf(idOf('vertrouwenspersoon'))]
    expect(told.filter((account) => account === mentors)).toHaveLength(1)
    expect(told).not.toContain(advisers)
  })

  test('is held by who answers for it, with a reason that the server does not know, and is no longer among it', async () => {
    const [mentor, keeper] = [await on(near, 'mentor'), await on(near, 'coordinator')]
    const asked = await sealWriting(mentor, place, { kind: 'held' }, { text: '', reason: 'Aangifte.' }, near)
    expect(await post(mentor, place, 'entries', { ...asked, hasWords: true })).toMatchObject({
      body: { why: 'wrong-role' },
    })
    const held = await sealWriting(keeper, place, { kind: 'held' }, { text: '', reason: 'Aangifte.' }, near)
    expect(await post(keeper, place, 'entries', { ...held, hasWords: false })).toMatchObject({
      body: { why: 'reason-needed' },
    })
    expect((await post(keeper, place, 'entries', { ...held, hasWords: true })).status).toBe(201)
    expect((await nearOf(mentor)).map(({ id }) => id)).not.toContain(place.dossier)
    const { stored, opened } = await readDossier(mentor, place)
    expect(stored.keeping).toEqual({ state: 'kept', why: 'held' })
    expect(opened.entries.at(-1)?.words.reason).toBe('Aangifte.')
  })
})
