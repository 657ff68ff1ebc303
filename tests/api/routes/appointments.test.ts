import { and, eq } from 'drizzle-orm'
import { describe, expect, onTestFinished, test } from 'vitest'
import { auditEvents, functionKeyShares, functionKeys, grants, reports } from '../../../db/schema/index.ts'
import { ask } from '../../../web/client.ts'
import { fromBase64Url } from '../../../web/crypto/bytes.ts'
import { openFunctionKey } from '../../../web/crypto/function-key.ts'
import { pinSiteKey } from '../../../web/crypto/pin.ts'
import { open } from '../../../web/crypto/sealing.ts'
import { functionView } from '../../../web/islands/keys/office.ts'
import { openReport } from '../../support/colleague.ts'
import { addNewcomer } from '../../support/newcomer.ts'
import { atDesk, letInAs, rekeyAs, signEverything } from '../../support/office.ts'
import { newReporter, submit } from '../../support/reporter.ts'
import { openSchool, type School } from '../../support/school.ts'
import { accepted } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'

const refusedWith = (refusal: string) => ({ ok: false, refusal })

async function newSchool(): Promise<School> {
  const school = await openSchool()
  onTestFinished(school.close)
  return school
}

/** A report at the school, to these holders. @returns its id. */
async function tell(school: School, to: readonly string[]): Promise<string> {
  const reporter = await newReporter(school.api)
  await submit(reporter, { to, story: 'Ze wachten me op.', draft: await school.openDraft('ede') })
  return reporter.report
}

const isKeyDue = async ({ deps: { db } }: School, report: string) =>
  (await db.select({ isKeyDue: reports.isKeyDue }).from(reports).where(eq(reports.id, report)))[0]?.isKeyDue

const newestKey = async ({ deps: { db } }: School, role: 'confidentialAdviser' | 'bullyingCoordinator') =>
  (
    await db
      .select()
      .from(functionKeys)
      .where(and(eq(functionKeys.siteId, 'ede'), eq(functionKeys.role, role)))
      .orderBy(functionKeys.generation)
  ).at(-1)

describe('appointing', () => {
  test('gives no key, and nobody appoints themselves to be vertrouwenspersoon', async () => {
    const school = await newSchool()
    const { api, office } = await atDesk(school, 'beheerder')
    expect(await api.appoint('ede', 'confidentialAdviser', office.holder)).toEqual(refusedWith('own-appointment'))
    await accepted(api.appoint('ede', 'confidentialAdviser', holderOf(school, 'mentor')))
    const shares = await school.deps.db.select().from(functionKeyShares)
    expect(shares.map(({ staffId }) => staffId)).not.toContain(holderOf(school, 'mentor'))
    expect(await api.appoint('ede', 'mentor', 'iemand')).toEqual(refusedWith('staff-unknown'))
    expect(await api.appoint('almere', 'mentor', office.holder)).toEqual(refusedWith('not-allowed'))
    const mentor = await atDesk(school, 'coordinator')
    expect(await mentor.api.appoint('ede', 'director', mentor.office.holder)).toEqual(refusedWith('not-allowed'))
    const written = await school.deps.db.select().from(auditEvents).where(eq(auditEvents.action, 'appointed'))
    expect(written).toMatchObject([{ subjectId: holderOf(school, 'mentor'), detail: 'confidentialAdviser' }])
  })
})

describe('removing a member', () => {
  test('takes their key, retires it, and reports get a new one; the next key opens for the others only', async () => {
    const school = await newSchool()
    const report = await tell(school, ['confidentialAdviser'])
    const { api } = await atDesk(school, 'directeur')
    const leaver = holderOf(school, 'vertrouwenspersoon2')
    await accepted(api.remove('ede', 'confidentialAdviser', leaver))
    expect((await newestKey(school, 'confidentialAdviser'))?.retiredOn).toBe('2026-11-24')
    expect(await isKeyDue(school, report)).toBe(true)
    const gone = await colleague(school, 'vertrouwenspersoon2')
    await expect(openReport(gone, { site: 'ede', report })).rejects.toThrow('report-unknown')

    await rekeyAs(school, 'vertrouwenspersoon', 'confidentialAdviser')
    await signEverything(school)
    expect((await newestKey(school, 'confidentialAdviser'))?.generation).toBe(2)
    const next = await tell(school, ['confidentialAdviser'])
    const { conversation } = await openReport(await colleague(school, 'vertrouwenspersoon'), {
      site: 'ede',
      report: next,
    })
    expect(conversation.entries).toHaveLength(1)
    await expect(openReport(gone, { site: 'ede', report: next })).rejects.toThrow('report-unknown')
    // Everything the leaver ever had opens nothing of the new one, also with the whole database in hand.
    const sealed = await school.deps.db.select().from(grants).where(eq(grants.reportId, next))
    expect(sealed.map(({ holderId }) => holderId)).toEqual(['confidentialAdviser'])
    for (const identity of [...(gone.places.get('ede')?.identities.values() ?? [])].flat()) {
      for (const grant of sealed) await expect(open(grant.sealed, identity)).rejects.toThrow('cannot open')
    }
  })

  test('waits until somebody else can read what only they can', async () => {
    const school = await newSchool()
    await tell(school, ['bullyingCoordinator'])
    const { api } = await atDesk(school, 'directeur')
    const only = holderOf(school, 'coordinator')
    expect(await api.remove('ede', 'bullyingCoordinator', only)).toEqual({
      ...refusedWith('owner-needed'),
      needed: { holders: ['bullyingCoordinator'], reports: 1 },
    })
    expect((await newestKey(school, 'bullyingCoordinator'))?.retiredOn).toBeNull()
    const { holder } = await addNewcomer(school, 'nina', { roles: ['bullyingCoordinator'] })
    await signEverything(school)
    await letInAs(school, 'coordinator', 'bullyingCoordinator', holder)
    await accepted(api.remove('ede', 'bullyingCoordinator', only))
    expect((await newestKey(school, 'bullyingCoordinator'))?.retiredOn).toBe('2026-11-24')
  })

  test('lets a successor read what the function received before', async () => {
    const school = await newSchool()
    const report = await tell(school, ['bullyingCoordinator'])
    const { holder } = await addNewcomer(school, 'nina', { roles: ['bullyingCoordinator'] })
    await signEverything(school)
    await letInAs(school, 'coordinator', 'bullyingCoordinator', holder)
    await signEverything(school)
    const { office } = await atDesk(school, 'nina', 'ede', school.site.siteKey)
    const { api } = await atDesk(school, 'nina', 'ede', school.site.siteKey)
    await accepted(api.pin('ede', pinSiteKey(office, office.signing.secret)))
    const [newest] = functionView(office.view, 'bullyingCoordinator').generations
    const expected = { site: 'ede', role: 'bullyingCoordinator', member: holder, recipient: newest?.recipient ?? '' }
    const identity = await openFunctionKey(fromBase64Url(newest?.own ?? ''), office.identity, expected)
    const [grant] = await school.deps.db.select().from(grants).where(eq(grants.reportId, report))
    await expect(open(grant?.sealed ?? new Uint8Array(), identity)).resolves.toBeDefined()
  })
})

describe('somebody who leaves', () => {
  test('is out at once: session, functions, personal reports and certificate', async () => {
    const school = await newSchool()
    const mentor = holderOf(school, 'mentor')
    const report = await tell(school, ['confidentialAdviser', mentor])
    const gone = await colleague(school, 'mentor')
    const { api } = await atDesk(school, 'directeur')
    await accepted(api.leave('ede', mentor))
    expect(await ask(gone.api.client.team.me.$get())).toEqual(refusedWith('not-signed-in'))
    expect(await isKeyDue(school, report)).toBe(true)
    const left = await school.deps.db.select().from(grants).where(eq(grants.reportId, report))
    expect(left.map(({ holderId }) => holderId)).toEqual(['confidentialAdviser'])
    const { 'staff-search': search } = school.api.client.sites[':site']
    const param = { site: 'ede' }
    expect(await accepted(ask(search.$post({ param, json: { holders: [mentor] } })))).toEqual([])
    // What they wrote can still be checked.
    const authors = await accepted(ask(search.$post({ param, json: { authors: [mentor] } })))
    expect(authors).toMatchObject([{ holder: mentor, name: 'Mo Meijer' }])
  })

  test('stays where they are the only one who can read something', async () => {
    const school = await newSchool()
    const mentor = holderOf(school, 'mentor')
    await tell(school, [mentor])
    const { api } = await atDesk(school, 'directeur')
    expect(await api.leave('ede', mentor)).toEqual({
      ...refusedWith('owner-needed'),
      needed: { holders: [mentor], reports: 1 },
    })
    const { office } = await atDesk(school, 'directeur')
    expect(office.view.people.map(({ holder }) => holder)).toContain(mentor)
    expect(await api.leave('ede', office.holder)).toEqual(refusedWith('own-appointment'))
  })
})
