import { randomBytes } from 'node:crypto'
import { afterAll, describe, expect, test } from 'vitest'
import { addDays, localDate } from '../../../api/domain/local-date.ts'
import { cleanUp } from '../../../api/jobs/clean-up.ts'
import { attachmentChunks, dossiers, reports, tombstones } from '../../../db/schema/index.ts'
import { answer, type Colleague } from '../../support/colleague.ts'
import { openDossierCast } from '../../support/dossier-cast.ts'
import { involved, openDossierAs, readDossier, sealWriting, writeEntry } from '../../support/dossiers.ts'
import { eraseDaily, eraseOn } from '../../support/erasing.ts'
import { codeHeader } from '../../support/reporter.ts'
import { ordinaryDay } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'

const { school, db, vera, coen, mo, mentorAndKeeper, put, post, auditOfDossier, auditOf } = await openDossierCast()
afterAll(() => school.close())

const dossierIds = async () => (await db.select({ id: dossiers.id }).from(dossiers)).map(({ id }) => id)
const reportIds = async () => (await db.select({ id: reports.id }).from(reports)).map(({ id }) => id)
const countOf = async (kind: 'report' | 'dossier') =>
  (await db.select().from(tombstones)).filter((one) => one.kind === kind).reduce((sum, { number }) => sum + number, 0)

const own = { readers: ['bullyingCoordinator'] }
/** Warned on the one day, and looked at again on the other. */
async function twice(first: string, second: string): Promise<void> {
  await eraseOn(db, localDate(first))
  await eraseOn(db, localDate(second))
}

const closing = { kind: 'closed', code: 'prank' } as const
const why = { text: 'Het bleek niet gebeurd.' }

async function closedDossier() {
  const place = await openDossierAs(mo, { readers: mentorAndKeeper(), people: [involved('Sam de Groot')] })
  await writeEntry(coen, place, closing, why)
  await put(coen, place, 'read', { sequence: 99 })
  return place
}

/** Closed, and read to the end. */
async function closedReport(to: string, who: Colleague, files: readonly Uint8Array[] = []) {
  const reporter = await told(school, [to], { files })
  await answer(who, placeOf(reporter), { state: 'closed', text: '', on: ordinaryDay })
  await sendJson(who.api, 'PUT', `/api/team/reports/ede/${reporter.report}/read`, { sequence: 2 })
  return reporter
}

describe('a dossier of which the period is over', () => {
  test('is erased after a warning that stood, once, and leaves a number and a line in the log', async () => {
    const place = await closedDossier()
    await eraseDaily(db, localDate('2027-04-26'), localDate('2027-05-28'))
    expect(await dossierIds()).toContain(place.dossier)
    // Two processes at the same moment, a third with a clock that is ahead, and once more.
    const day = localDate('2027-06-04')
    await Promise.all([eraseOn(db, day), eraseOn(db, addDays(day, 1)), eraseOn(db, day)])
    await eraseOn(db, day)
    expect(await dossierIds()).not.toContain(place.dossier)
    expect(await db.select().from(tombstones)).toEqual([
      { siteId: 'ede', kind: 'dossier', begunIn: '2026', way: 'ordinary', outcome: 'prank', number: 1 },
    ])
    expect((await auditOfDossier(place)).filter(([, action]) => action === 'erased')).toEqual([
      ['dossier', 'erased', null],
    ])
    await expect(readDossier(mo, place)).rejects.toThrow('dossier-unknown')
  })

  test('stays where a server was off and nobody was warned, and where nobody read the last of it', async () => {
    const place = await closedDossier()
    await eraseOn(db, localDate('2029-01-10'))
    expect(await dossierIds()).toContain(place.dossier)
    const unread = await openDossierAs(mo, { readers: mentorAndKeeper() })
    await writeEntry(coen, unread, closing, why)
    await eraseOn(db, localDate('2029-01-11'))
    await eraseDaily(db, localDate('2029-02-20'), localDate('2029-02-21'))
    expect(await dossierIds()).toEqual([unread.dossier])
    await put(mo, unread, 'read', { sequence: 99 })
    await eraseOn(db, localDate('2029-02-22'))
    expect(await dossierIds()).toEqual([])
  })

  test('stays under a hold, and the warning begins anew when that is lifted', async () => {
    const place = await closedDossier()
    await writeEntry(coen, place, { kind: 'held' }, { text: 'De klachtencommissie vraagt erom.' })
    await eraseDaily(db, localDate('2027-04-26'), localDate('2027-06-30'))
    const lifted = localDate('2027-07-01')
    school.standOn(lifted)
    const later = await colleague(school, 'coordinator')
    await writeEntry(later, place, { kind: 'hold-ended' }, { text: 'De zaak is klaar.' }, lifted)
    await put(later, place, 'read', { sequence: 99 })
    school.standOn(ordinaryDay)
    await eraseDaily(db, lifted, localDate('2027-09-05'))
    expect(await dossierIds()).toContain(place.dossier)
    await eraseDaily(db, localDate('2027-09-06'), localDate('2027-10-01'))
    expect(await dossierIds()).not.toContain(place.dossier)
  })

  test('stays as long as it is part of another, or one that follows on it is open', async () => {
    const [joined, earlier] = [await openDossierAs(coen, own), await openDossierAs(coen, own)]
    const later = await openDossierAs(coen, { ...own, earlier: [earlier.dossier] })
    await writeEntry(coen, earlier, closing, why)
    const duplicate = await sealWriting(coen, joined, { kind: 'closed', code: 'duplicate' })
    expect((await post(coen, joined, 'joinings', { ...duplicate, to: earlier.dossier })).status).toBe(201)
    for (const place of [joined, earlier]) await put(coen, place, 'read', { sequence: 99 })
    await twice('2029-01-10', '2029-03-10')
    expect(await dossierIds()).toHaveLength(3)
    await writeEntry(coen, later, closing, why)
    await put(coen, later, 'read', { sequence: 99 })
    await twice('2030-01-10', '2030-03-10')
    expect(await dossierIds()).toEqual([joined.dossier])
    await twice('2031-01-10', '2031-03-10')
    expect(await dossierIds()).toEqual([])
  })
})

describe('a report of which the period is over', () => {
  test('is kept as long as there is a dossier about it, and is erased after that', async () => {
    const reporter = await closedReport('bullyingCoordinator', coen)
    const place = await openDossierAs(coen, { ...own, reports: [reporter.report] })
    await twice('2029-01-10', '2029-03-10')
    expect(await reportIds()).toContain(reporter.report)
    await writeEntry(coen, place, closing, why)
    await put(coen, place, 'read', { sequence: 99 })
    await twice('2029-05-10', '2029-06-20')
    expect(await dossierIds()).not.toContain(place.dossier)
    expect(await reportIds()).toContain(reporter.report)
    await twice('2029-06-21', '2029-09-20')
    expect(await reportIds()).not.toContain(reporter.report)
  })

  test('goes with its files, its keys and its readers, and the code says that it was erased, for a year', async () => {
    const reporter = await closedReport('bullyingCoordinator', coen, [randomBytes(10)])
    // One to a vertrouwenspersoon goes as well, and is counted nowhere.
    const other = await closedReport('confidentialAdviser', vera, [randomBytes(10)])
    const chunks = async () => (await db.select().from(attachmentChunks)).length
    const before = await chunks()
    const number = await countOf('report')
    await eraseOn(db, localDate('2027-11-01'))
    const day = localDate('2027-12-20')
    await Promise.all([eraseOn(db, day), eraseOn(db, day)])
    for (const { report } of [reporter, other]) expect(await reportIds()).not.toContain(report)
    expect([before - (await chunks()), (await countOf('report')) - number]).toEqual([2, 1])
    expect(await auditOf(reporter)).toContainEqual(['erased', null])
    const ask = () => sendJson(school.api, 'GET', '/api/conversation', undefined, codeHeader(reporter.keys).headers)
    expect(await ask()).toEqual(refused(410, 'report-erased'))
    const wrong = codeHeader({ ...reporter.keys, proof: reporter.keys.lookup }).headers
    expect((await sendJson(school.api, 'GET', '/api/conversation', undefined, wrong)).status).toBe(404)
    await cleanUp(db, localDate('2028-12-20'))
    expect(await ask()).toEqual(refused(410, 'report-erased'))
    await cleanUp(db, localDate('2028-12-22'))
    expect(await ask()).toEqual(refused(404, 'code-unknown'))
  })
})
