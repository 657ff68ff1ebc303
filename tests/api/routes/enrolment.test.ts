import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type InvitationKind, invite } from '../../../api/stores/invitations.ts'
import { transact } from '../../../api/stores/transact.ts'
import {
  accountSessions,
  accounts,
  auditEvents,
  formerCertificates,
  functionKeyShares,
  functionKeys,
  grants,
  holders,
  reports,
  staffKeys,
} from '../../../db/schema/index.ts'
import { answer, openReport, signIn } from '../../support/colleague.ts'

import { enrol, openBySheet } from '../../support/enrolment.ts'
import { openByCode } from '../../support/reporter.ts'
import { mailOf, openSchool, ordinaryDay, type School, schoolOfThisTest } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'
import { colleague, holderOf, signInAs } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'
import { leaveOut } from '../../support/writing.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const newPassword = 'een heel ander wachtwoord'
const unknown = refused(404, 'invitation-unknown')

let people = 0
async function newPerson(where: School = school): Promise<{ account: string; email: string }> {
  people += 1
  const [account, email] = [`new-${people}`, `nieuw${people}@school.test`]
  await where.deps.db.insert(accounts).values({ id: account, email, name: 'Nieuw Iemand' })
  return { account, email }
}
const give = (account: string, kind: InvitationKind, where: School = school) =>
  transact(where.deps.db, (tx) => invite(tx, { account, kind, at: where.deps.clock.now() }))
const accountOf = (who: string, where: School = school) =>
  where.site.staff.find(({ email }) => email === mailOf(who))?.keys.account ?? ''
const ask = (token: string) => sendJson(school.api, 'POST', '/api/enrolment/invitation', { token })

describe('a one-time link', () => {
  test('says whom it is for, and nothing of their school', async () => {
    const { account, email } = await newPerson()
    const body = { name: 'Nieuw Iemand', email, isAnew: false }
    expect(await ask(await give(account, 'staff'))).toEqual({ status: 200, body })
  })

  test('is used once: keys, password and a confirmed sheet come together', async () => {
    const { account, email } = await newPerson()
    const token = await give(account, 'staff')
    const { answer: enrolled, box, sheet } = await enrol(school, token, email, newPassword)
    expect(enrolled.status).toBe(204)
    const { api } = await signIn(school.app.fetch, school.salt, email, newPassword)
    expect((await api.client.team.me.$get()).status).toBe(200)
    expect(await openBySheet(school, email, sheet)).toEqual(box)
    const [row] = await school.deps.db.select().from(staffKeys).where(eq(staffKeys.accountId, account))
    expect(row?.recoveryConfirmedOn).toBe(ordinaryDay)
    const events = await school.deps.db.select().from(auditEvents).where(eq(auditEvents.accountId, account))
    expect(events.map(({ action }) => action)).toContain('enrolled')

    expect(await ask(token)).toEqual(unknown)
    expect((await enrol(school, token, email, 'nog een wachtwoord')).answer).toEqual(unknown)
    await expect(signIn(school.app.fetch, school.salt, email, 'nog een wachtwoord')).rejects.toThrow('sign-in-refused')
  })

  test('that was used, replaced, is too old or was never given is refused alike', async () => {
    const { account, email } = await newPerson()
    const replaced = await give(account, 'staff')
    const token = await give(account, 'staff')
    expect(await ask(replaced)).toEqual(unknown)
    expect(await ask('A'.repeat(43))).toEqual(unknown)
    school.pass(14 * 24 * 3_600_000)
    expect(await ask(token)).toEqual(unknown)
    expect((await enrol(school, token, email, newPassword)).answer).toEqual(unknown)
    school.standOn(ordinaryDay)
  })

  test('for somebody new never takes the place of keys that are there', async () => {
    const token = await give(accountOf('mentor'), 'staff')
    expect((await enrol(school, token, mailOf('mentor'), newPassword)).answer).toEqual(unknown)
    expect((await signInAs(school, 'mentor')).cookie).toContain('session_token')
  })

  test.each([
    ['a box that is no age file', { box: 'A'.repeat(400) }],
    ['a recovery box that is none', { recoveryBox: 'A'.repeat(400) }],
    ['keys without a sheet', { recoveryProof: undefined }],
    ['an older kind of key', { recipient: `age1${'q'.repeat(58)}` }],
    ['a signing key that is none', { signingKey: 'A' }],
    ['a password, which must never come here', { authentication: newPassword }],
    ['more than was asked', { kind: 'anew' }],
  ])('is not used up by %s', async (_, wrong) => {
    const { account, email } = await newPerson()
    const token = await give(account, 'staff')
    const { body } = await enrol(school, 'A'.repeat(43), email, newPassword)
    const refusal = await sendJson(school.api, 'POST', '/api/enrolment', { ...body, token, ...wrong })
    expect(refusal).toEqual(refused(400, 'input-malformed'))
    expect((await ask(token)).status).toBe(200)
  })
})

test('whoever lost everything starts anew: nothing of before opens, and nobody reads on with the old keys', async () => {
  const own = await schoolOfThisTest()
  const { db } = own.deps
  const inFunction = await told(own, ['confidentialAdviser'])
  const inPerson = await told(own, [holderOf(own, 'vertrouwenspersoon'), 'bullyingCoordinator'])
  const elsewhere = await told(own, ['bullyingCoordinator'])
  const { cookie } = await signInAs(own, 'vertrouwenspersoon')
  const before = await db
    .select()
    .from(holders)
    .where(eq(holders.id, holderOf(own, 'vertrouwenspersoon')))
  const token = await give(accountOf('vertrouwenspersoon', own), 'anew', own)
  expect((await enrol(own, token, mailOf('vertrouwenspersoon'), newPassword)).answer.status).toBe(204)

  await expect(signInAs(own, 'vertrouwenspersoon')).rejects.toThrow('sign-in-refused')
  const old = await own.api.send('/api/team/me', { headers: { cookie } })
  expect(old.status).toBe(401)
  const { api } = await signIn(own.app.fetch, own.salt, mailOf('vertrouwenspersoon'), newPassword)
  const me = await (await api.client.team.me.$get()).json()
  expect(me).toMatchObject({ sites: [{ certificate: null, functions: [] }] })

  const holder = holderOf(own, 'vertrouwenspersoon')
  const shares = await db.select().from(functionKeyShares).where(eq(functionKeyShares.staffId, holder))
  expect(shares.map(({ sealed }) => sealed)).toEqual([null])
  const adviserKeys = await db.select().from(functionKeys).where(eq(functionKeys.role, 'confidentialAdviser'))
  const retired = adviserKeys.map(({ siteId, retiredOn }) => [siteId, retiredOn])
  expect(Object.fromEntries(retired)).toEqual({ ede: ordinaryDay, almere: null })
  expect(await db.select().from(grants).where(eq(grants.holderId, holder))).toEqual([])
  const former = await db.select().from(formerCertificates).where(eq(formerCertificates.holderId, holder))
  expect(former.map(({ certificate }) => certificate)).toEqual([before[0]?.certificate])
  const due = await db.select({ id: reports.id }).from(reports).where(eq(reports.isKeyDue, true))
  expect(due.map(({ id }) => id).toSorted()).toEqual([inFunction.report, inPerson.report].toSorted())
  expect(due.map(({ id }) => id)).not.toContain(elsewhere.report)
  expect(await db.select().from(accountSessions)).toHaveLength(1)
  // A colleague in the same function reads on.
  expect((await colleague(own, 'vertrouwenspersoon2')).places.get('ede')?.identities.has('confidentialAdviser')).toBe(
    true,
  )
})

test('what somebody wrote before they lost everything still counts, for the reporter and for who reads along', async () => {
  const own = await schoolOfThisTest()
  const reporter = await told(own, [holderOf(own, 'mentor'), 'bullyingCoordinator'])
  const place = placeOf(reporter)
  await answer(await colleague(own, 'mentor'), place, { text: 'Ik kom morgen langs.', on: ordinaryDay })
  const token = await give(accountOf('mentor', own), 'anew', own)
  expect((await enrol(own, token, mailOf('mentor'), newPassword)).answer.status).toBe(204)

  const { conversation } = await openByCode(own.api, reporter.code)
  const read = await openReport(await colleague(own, 'coordinator'), place)
  for (const { entries, warnings } of [conversation, read.conversation]) {
    expect(entries.map(({ body }) => 'text' in body && body.text)).toContain('Ik kom morgen langs.')
    expect(warnings).toEqual([])
  }
})

test('a report that only they could read is counted as nobody’s, and the reporter can still address it anew', async () => {
  const own = await schoolOfThisTest()
  const reporter = await told(own, [holderOf(own, 'mentor')])
  const administrator = await signInAs(own, 'beheerder')
  const count = async () =>
    (await (await administrator.api.send('/api/team/sites/ede/ownerless')).json()) as {
      reports: number
      dossiers: number
    }
  expect(await count()).toEqual({ reports: 0, dossiers: 0 })
  const token = await give(accountOf('mentor', own), 'anew', own)
  expect((await enrol(own, token, mailOf('mentor'), newPassword)).answer.status).toBe(204)
  expect(await count()).toEqual({ reports: 1, dossiers: 0 })
  await leaveOut(reporter, ['bullyingCoordinator'])
  expect(await count()).toEqual({ reports: 0, dossiers: 0 })
  const { stored } = await openReport(await colleague(own, 'coordinator'), placeOf(reporter))
  expect(stored.grants.map(({ epoch }) => epoch)).toEqual([2])
})
