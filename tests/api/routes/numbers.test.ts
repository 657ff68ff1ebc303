import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { localDate } from '../../../api/domain/local-date.ts'
import type { Role } from '../../../api/domain/roles.ts'
import { publishPeriod } from '../../../api/stores/numbers.ts'
import { memberships } from '../../../db/schema/index.ts'
import { openSchool, type School } from '../../support/school.ts'
import { refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { holderOf, signInAs } from '../../support/staff.ts'

let school: School
let mentor: SchoolApi
beforeAll(async () => {
  school = await openSchool()
  mentor = (await signInAs(school, 'mentor')).api
  const counts = ['ede', 'almere', '-'].map((site, at) => ({
    ...{ site, measure: 'reports', code: 'total' },
    count: at === 1 ? null : 12,
  }))
  const period = { id: '2025-1', isDemonstration: false }
  await publishPeriod(school.deps.db, period, localDate('2026-02-04'), counts)
})
afterAll(() => school.close())

/** The mentor goes on in another role, at the same site. */
async function asRole(role: Role): Promise<SchoolApi> {
  const holder = holderOf(school, 'mentor')
  await school.deps.db.update(memberships).set({ role }).where(eq(memberships.staffId, holder))
  return mentor
}

type Numbers = Readonly<{
  sites: readonly { site: string }[]
  counts: readonly { site: string | null; count: number | null }[]
}>
const seen = async (api: SchoolApi) => {
  const { body } = await sendJson(api, 'GET', '/api/team/numbers/2025')
  const { sites, counts } = body as Numbers
  return { sites: sites.map(({ site }) => site), counts: counts.map(({ site, count }) => [site, count]) }
}

test('a coordinator and a director see their own site and the school', async () => {
  for (const role of ['bullyingCoordinator', 'director'] as const) {
    const counts = expect.arrayContaining([
      ['ede', 12],
      [null, 12],
    ])
    const { sites, counts: shown } = await seen(await asRole(role))
    expect([sites, shown.length, shown]).toEqual([['ede'], 2, counts])
  }
})

test('a quality officer sees all sites, and of a small one that it is hidden', async () => {
  const { sites, counts } = await seen(await asRole('qualityOfficer'))
  expect(sites.length).toBeGreaterThan(2)
  expect(counts).toHaveLength(3)
  expect(counts).toContainEqual(['almere', null])
})

test('a board member sees the school and no site', async () => {
  expect(await seen(await asRole('boardMember'))).toEqual({ sites: [], counts: [[null, 12]] })
})

test('anybody else sees nothing, and of a year without numbers there are none', async () => {
  expect(await sendJson(await asRole('mentor'), 'GET', '/api/team/numbers')).toEqual(refused(403, 'not-allowed'))
  const officer = await asRole('qualityOfficer')
  expect(await sendJson(officer, 'GET', '/api/team/numbers')).toEqual({ status: 200, body: { years: [2025] } })
  expect((await seen(officer)).counts).toHaveLength(3)
  expect(await sendJson(officer, 'GET', '/api/team/numbers/2024')).toMatchObject({ body: { periods: [], counts: [] } })
})

test('a coordinator publishes once what a browser counted, and never a small number', async () => {
  const coordinator = await asRole('bullyingCoordinator')
  const post = (count: number | null, more: object = {}) =>
    sendJson(coordinator, 'POST', '/api/team/sites/ede/numbers', {
      counts: [{ period: '2025-1', measure: 'forms', code: 'total', count, ...more }],
    })
  for (const small of [1, 4, -1]) expect(await post(small)).toEqual(refused(400, 'input-malformed'))
  expect(await post(9, { code: 'Mila' })).toEqual(refused(400, 'input-malformed'))
  expect(await post(9, { measure: 'reports' })).toEqual(refused(400, 'input-malformed'))
  expect(await post(9, { period: '2024-1' })).toEqual({ status: 200, body: { isPublished: false } })
  expect(await post(9)).toEqual({ status: 200, body: { isPublished: true } })
  expect(await post(11)).toEqual({ status: 200, body: { isPublished: false } })
  expect((await seen(coordinator)).counts).toContainEqual(['ede', 9])
  expect(await sendJson(await asRole('director'), 'POST', '/api/team/sites/ede/numbers', {})).toEqual(
    refused(403, 'not-allowed'),
  )
})
