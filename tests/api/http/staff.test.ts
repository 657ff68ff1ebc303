import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createAuth } from '../../../api/auth.ts'
import { mayAtSite, maySomewhere, type StaffEnv, staffOnly } from '../../../api/http/staff.ts'
import { openSchool, type School } from '../../support/school.ts'
import { signInAs } from '../../support/staff.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

/** Two routes of somebody's screen, behind the guard. */
const guarded = () =>
  new Hono<StaffEnv>()
    .use(staffOnly(school.deps, createAuth(school.deps)))
    .get('/school', maySomewhere('administer-school'), (c) => c.json(c.var.staff))
    .get('/sites/:site', mayAtSite('invite-staff'), (c) => c.text('in'))

async function ask(path: string, who?: string, site?: string) {
  const cookie = who === undefined ? '' : (await signInAs(school, who, site)).cookie
  const response = await guarded().request(path, { headers: { cookie } })
  return { status: response.status, body: await response.text() }
}

const notAllowed = { status: 403, body: '{"refusal":"not-allowed"}' }

describe('a permission for the whole school', () => {
  test('lets somebody through who holds it at one of the sites, and says where they work', async () => {
    const { status, body } = await ask('/school', 'beheerder')
    expect(status).toBe(200)
    expect(JSON.parse(body)).toMatchObject([{ site: 'ede', roles: ['systemAdministrator'] }])
  })

  test('is not had by whoever holds it at no site', async () => {
    expect(await ask('/school', 'mentor')).toEqual(notAllowed)
  })

  test('is no use without a session', async () => {
    expect(await ask('/school')).toEqual({ status: 401, body: '{"refusal":"not-signed-in"}' })
  })
})

describe('a permission at one site', () => {
  test('lets somebody through who holds it there', async () => {
    expect(await ask('/sites/ede', 'beheerder')).toEqual({ status: 200, body: 'in' })
  })

  test('is not had by a colleague with another role', async () => {
    expect(await ask('/sites/ede', 'mentor')).toEqual(notAllowed)
  })

  test('counts at no other site', async () => {
    expect(await ask('/sites/almere', 'beheerder')).toEqual(notAllowed)
  })

  test('at a site there is not, is asked in vain', async () => {
    expect(await ask('/sites/nergens', 'beheerder')).toEqual({ status: 404, body: '{"refusal":"site-unknown"}' })
  })
})
