import { and, eq } from 'drizzle-orm'
import { afterAll, describe, expect, test } from 'vitest'
import { addDays } from '../../../api/domain/local-date.ts'
import { accountsWithNews } from '../../../api/domain/mail-readers.ts'
import { welcome } from '../../../api/stores/elsewhere.ts'
import { employ } from '../../../api/stores/employ.ts'
import { transact } from '../../../api/stores/transact.ts'
import { listMailReaders, listWaiting } from '../../../api/stores/waiting.ts'
import { grants, staff } from '../../../db/schema/index.ts'
import { openReport } from '../../support/colleague.ts'
import { leaveReport } from '../../support/handing-on.ts'
import { openCast } from '../../support/report-cast.ts'
import { newReporter, submit } from '../../support/reporter.ts'
import { mailOf, ordinaryDay } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'

/** Coen, coordinator of Ede, is a mentor at Almere as well: one account, one pair of keys, two places. */
const { school, listOf } = await openCast()
const { db } = school.deps
const place = { site: 'almere', roles: ['mentor'], classGroups: [] } as const
const [there] = await transact(db, (tx) =>
  employ(tx, [{ name: 'Coen Kok', email: mailOf('coordinator'), isExternal: null, place: { ...place } }]),
)
const coen = await colleague(school, 'coordinator')
afterAll(() => school.close())

describe('somebody who works at two sites', () => {
  test('is one account with a holder at each', async () => {
    const rows = await db
      .select()
      .from(staff)
      .where(eq(staff.accountId, there?.account ?? ''))
    expect(rows.map(({ siteId }) => siteId).sort()).toEqual(['almere', 'ede'])
    expect([...coen.places.keys()].sort()).toEqual(['almere', 'ede'])
  })

  test('reads what they got at one, and nothing of the other for it', async () => {
    const mine = await told(school, ['bullyingCoordinator'])
    const theirs = await newReporter(school.api, 'almere')
    await submit(theirs, { to: ['confidentialAdviser'], story: 'Daar.', draft: await school.openDraft('almere') })
    expect(await listOf(coen)).toContain(mine.report)
    expect(await listOf(coen)).not.toContain(theirs.report)
    await openReport(coen, placeOf(mine))
    await expect(openReport(coen, { site: 'almere', report: theirs.report })).rejects.toThrow('report-unknown')
  })

  test.each(['/api/team/sites/{site}/people', '/api/team/sites/{site}/year-plans/2026'])(
    'may at a site what their role there allows: %s',
    async (path) => {
      const at = (site: string) => sendJson(coen.api, 'GET', path.replace('{site}', site))
      expect((await at('ede')).status).toBe(200)
      expect(await at('almere')).toEqual(refused(403, 'not-allowed'))
    },
  )

  test('stays out at both of what they are involved in, and does not remain its only reader by that', async () => {
    const reporter = await told(school, ['bullyingCoordinator', 'contactPerson'])
    const elsewhere = `almere/${there?.holder}`
    await welcome(db, 'ede', [elsewhere])
    const [grant] = await db.select().from(grants).where(eq(grants.reportId, reporter.report))
    if (!grant) throw new Error('it was granted to nobody')
    await db.insert(grants).values({ ...grant, holderId: elsewhere })
    const involved = { holder: coen.places.get('ede')?.holder ?? '', isInvolved: true }
    const others = and(eq(grants.reportId, reporter.report), eq(grants.holderId, 'contactPerson'))
    const [theirs] = await db.delete(grants).where(others).returning()
    await expect(leaveReport(coen, placeOf(reporter), involved)).rejects.toThrow('owner-needed')

    await db.insert(grants).values(theirs ?? grant)
    await leaveReport(coen, placeOf(reporter), involved)
    expect(await listOf(coen)).not.toContain(reporter.report)
    await expect(openReport(coen, placeOf(reporter))).rejects.toThrow('report-unknown')
    school.standOn(addDays(ordinaryDay, 6))
    const waiting = (await listWaiting(db, school.deps.clock.today())).find(({ report }) => report === reporter.report)
    const staffNow = await listMailReaders(db, school.deps.clock.today())
    expect(waiting?.holders.map(({ holder }) => holder)).toContain(elsewhere)
    expect(waiting && accountsWithNews(waiting, staffNow)).not.toContain(there?.account)
  })
})
