import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { accountSessions, accounts, auditEvents, staff } from '../../../db/schema/index.ts'
import { mailOf, openSchool, type School } from '../../support/school.ts'
import { apiOf, refused, type SchoolApi } from '../../support/school-api.ts'
import { holderOf, signInAs } from '../../support/staff.ts'

let school: School
let administrator: SchoolApi
beforeAll(async () => {
  school = await openSchool()
  administrator = (await signInAs(school, 'beheerder')).api
})
afterAll(() => school.close())

const path = (who: string, site = 'ede') => `/api/team/sites/${site}/staff/${holderOf(school, who)}/block`

async function send(api: SchoolApi, method: 'PUT' | 'DELETE', address: string) {
  const response = await api.send(address, { method })
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}
const done = { status: 204, body: null }

describe('a blocked account', () => {
  test('loses every session it had, at once', async () => {
    const [first, second] = await Promise.all([signInAs(school, 'mentor'), signInAs(school, 'mentor')])
    expect((await first.api.send('/api/team/me')).status).toBe(200)
    expect(await send(administrator, 'PUT', path('mentor'))).toEqual(done)
    for (const { api } of [first, second]) {
      expect((await api.send('/api/team/me')).status).toBe(401)
      expect(await (await api.send('/api/auth/get-session')).json()).toBeNull()
    }
  })

  test('is told nothing else than after a wrong password', async () => {
    const attempt = async (password: string) => {
      const response = await school.api.send('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email: mailOf('mentor'), password }),
      })
      return { status: response.status, headers: [...response.headers], body: await response.text() }
    }
    const right = school.site.staff.find(({ email }) => email === mailOf('mentor'))?.keys.authentication ?? ''
    const wrong = await attempt('A'.repeat(43))
    expect(wrong).toMatchObject({ status: 401, body: '{"refusal":"sign-in-refused"}' })
    expect(await attempt(right)).toEqual(wrong)
  })

  test('cannot use a session that began in the same moment', async () => {
    const { api, cookie } = await signInAs(school, 'mentor2')
    const [session] = await school.deps.db
      .select({ session: accountSessions })
      .from(accountSessions)
      .innerJoin(accounts, eq(accounts.id, accountSessions.userId))
      .where(eq(accounts.email, mailOf('mentor2')))
    await send(administrator, 'PUT', path('mentor2'))
    if (session) await school.deps.db.insert(accountSessions).values(session.session)
    expect((await apiOf(school.app.fetch, { cookie }).send('/api/team/me')).status).toBe(401)
    expect(await (await api.send('/api/auth/get-session')).json()).toBeNull()
  })

  test('signs in again once it is let in, and the old session stays gone', async () => {
    const { api } = await signInAs(school, 'aanspreekpunt')
    await send(administrator, 'PUT', path('aanspreekpunt'))
    expect(await send(administrator, 'DELETE', path('aanspreekpunt'))).toEqual(done)
    expect((await api.send('/api/team/me')).status).toBe(401)
    expect((await (await signInAs(school, 'aanspreekpunt')).api.send('/api/team/me')).status).toBe(200)
  })

  test('is written down once for each change, with who did it', async () => {
    await send(administrator, 'PUT', path('coordinator'))
    await send(administrator, 'PUT', path('coordinator'))
    await send(administrator, 'DELETE', path('coordinator'))
    const accountOf = async (who: string) =>
      (
        await school.deps.db
          .select({ id: staff.accountId })
          .from(staff)
          .where(eq(staff.id, holderOf(school, who)))
      )[0]?.id ?? ''
    const rows = await school.deps.db
      .select({ by: auditEvents.accountId, action: auditEvents.action, subject: auditEvents.subject })
      .from(auditEvents)
      .where(and(eq(auditEvents.siteId, 'ede'), eq(auditEvents.subjectId, await accountOf('coordinator'))))
      .orderBy(auditEvents.sequence)
    const by = await accountOf('beheerder')
    expect(rows).toEqual([
      { by, action: 'blocked', subject: 'account' },
      { by, action: 'unblocked', subject: 'account' },
    ])
  })
})

describe('who may block', () => {
  test('not a colleague without the permission', async () => {
    const { api } = await signInAs(school, 'vertrouwenspersoon')
    expect(await send(api, 'PUT', path('beheerder'))).toEqual(refused(403, 'not-allowed'))
    expect((await administrator.send('/api/team/me')).status).toBe(200)
  })

  test('nobody their own account', async () => {
    expect(await send(administrator, 'PUT', path('beheerder'))).toEqual(refused(422, 'own-account'))
    expect((await administrator.send('/api/team/me')).status).toBe(200)
  })

  test('nobody at a site where they do not work, nor somebody of that site through their own', async () => {
    const stranger = school.otherSite.staff[0]?.holder ?? ''
    const elsewhere = `/api/team/sites/almere/staff/${stranger}/block`
    expect(await send(administrator, 'PUT', elsewhere)).toEqual(refused(403, 'not-allowed'))
    const through = `/api/team/sites/ede/staff/${stranger}/block`
    expect(await send(administrator, 'PUT', through)).toEqual(refused(404, 'staff-unknown'))
  })

  test('no page of another site', async () => {
    const { cookie } = await signInAs(school, 'beheerder')
    const foreign = apiOf(school.app.fetch, { cookie, origin: 'https://evil.test' })
    expect(await send(foreign, 'PUT', path('vertrouwenspersoon2'))).toEqual(refused(403, 'origin-foreign'))
  })
})
