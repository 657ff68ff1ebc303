import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { yearlyPlan } from '../../../api/domain/protocol/aeres-1-1/yearly-plan.ts'
import type { PlanItem } from '../../../api/domain/year-plan/plan.ts'
import { memberships } from '../../../db/schema/index.ts'
import { openSchool, type School } from '../../support/school.ts'
import { refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { holderOf, signInAs } from '../../support/staff.ts'

let school: School
let coordinator: SchoolApi
let director: SchoolApi
beforeAll(async () => {
  school = await openSchool()
  coordinator = (await signInAs(school, 'coordinator')).api
  director = (await signInAs(school, 'directeur')).api
})
afterAll(() => school.close())

type Plan = Readonly<{ items: readonly PlanItem[]; years: readonly number[]; mayEdit: boolean }>
const at = (year: number) => `/api/team/sites/ede/year-plans/${year}`
const planOf = async (year: number, api = coordinator) => (await (await api.send(at(year))).json()) as Plan
const make = (year: number, source: string, api = coordinator) => sendJson(api, 'POST', at(year), { source })
const add = (year: number, item: object) => sendJson(coordinator, 'POST', `${at(year)}/items`, item)
const itemOf = async (year: number, id: string) => {
  const item = (await planOf(year)).items.find((one) => one.id === id)
  if (!item) throw new Error(`no ${id} in ${year}`)
  return item
}
/** As the page sends it: the whole item, with what changes. */
const save = ({ id, section, asks: _, position: __, title, ...item }: PlanItem, change: object, api = coordinator) =>
  sendJson(api, 'PUT', `${at(2026)}/items/${id}`, { ...item, ...(section === null && { title }), ...change })
const done = { status: 204, body: null }

test('a plan begins with all the protocol asks, and a second time adds what is missing only', async () => {
  expect(await planOf(2026)).toMatchObject({ items: [], years: [], mayEdit: true })
  expect(await make(2026, 'protocol')).toEqual({ status: 200, body: { added: yearlyPlan.length, there: 0 } })
  const evening = await itemOf(2026, 'y-parent-evening')
  expect(evening).toMatchObject({ section: '2.2.1', dueOn: '2026-11-30', doneOn: null, version: 1 })
  await save(evening, { evidence: 'zaal is gehuurd' })
  expect(await make(2026, 'protocol')).toEqual({ status: 200, body: { added: 0, there: yearlyPlan.length } })
  expect(await itemOf(2026, 'y-parent-evening')).toMatchObject({ evidence: 'zaal is gehuurd', version: 2 })
  expect((await planOf(2026)).years).toEqual([2026])
})

test('an item is given to somebody, done with evidence, and open again with its evidence', async () => {
  const holder = holderOf(school, 'mentor')
  expect(await save(await itemOf(2026, 'y-event'), { owner: { holder } })).toEqual(done)
  const evidence = 'ouderavond 12 november\nhttps://school.test/presentatie'
  expect(await save(await itemOf(2026, 'y-event'), { doneOn: '2026-11-12', evidence })).toEqual(done)
  expect(await itemOf(2026, 'y-event')).toMatchObject({ owner: { holder }, doneOn: '2026-11-12', evidence })
  expect(await save(await itemOf(2026, 'y-event'), { doneOn: null })).toEqual(done)
  expect(await itemOf(2026, 'y-event')).toMatchObject({ doneOn: null, evidence })
})

test('who was second is told so, and changes nothing', async () => {
  const read = await itemOf(2026, 'y-names-in-guide')
  expect(await save(read, { doneOn: '2026-11-20', evidence: 'blz. 14' })).toEqual(done)
  expect(await save(read, { leftOut: 'geen gids' })).toEqual(refused(409, 'item-changed'))
  expect(await itemOf(2026, 'y-names-in-guide')).toMatchObject({ evidence: 'blz. 14', leftOut: null })
})

test('of two at the same moment one is first', async () => {
  const read = await itemOf(2026, 'y-staff-informed')
  const both = await Promise.all([save(read, { evidence: 'een' }), save(read, { evidence: 'twee' })])
  expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
})

test('a school adds what it wants, leaves out what it does not, and words of the protocol stay', async () => {
  const own = { title: 'Brief aan nieuwe ouders', owner: { role: 'director' }, startsOn: null, dueOn: '2026-12-04' }
  expect(await add(2026, own)).toEqual(done)
  const added = (await planOf(2026)).items.at(-1)
  expect(added).toMatchObject({ ...own, section: null })
  if (!added) return
  expect(await save({ ...added, title: 'Brief aan alle ouders' }, {})).toEqual(done)
  expect((await itemOf(2026, added.id)).title).toBe('Brief aan alle ouders')
  const lessons = await itemOf(2026, 'y-lessons')
  expect(await save(lessons, { title: 'Iets anders' })).toEqual(refused(400, 'input-malformed'))
  expect(await save(lessons, { leftOut: 'zit in de mentorles' })).toEqual(done)
  expect(await save(await itemOf(2026, 'y-lessons'), { doneOn: '2026-11-20' })).toEqual(refused(400, 'input-malformed'))
})

describe('refused is', () => {
  test.each([
    [{ startsOn: '2026-12-01', dueOn: '2026-11-30' }, 422, 'days-reversed'],
    [{ startsOn: null, dueOn: '2027-08-01' }, 422, 'day-outside-year'],
    [{ doneOn: '2026-11-25' }, 422, 'day-ahead'],
    [{ owner: { holder: 'nobody-at-all' } }, 404, 'staff-unknown'],
    [{ owner: { role: 'mentor', holder: 'a' } }, 400, 'input-malformed'],
    [{ evidence: 'x'.repeat(601) }, 400, 'input-malformed'],
    [{ evidence: 'a\u0000b' }, 400, 'input-malformed'],
  ] as const)('%j', async (change, status, refusal) => {
    expect(await save(await itemOf(2026, 'y-staff-signals'), change)).toEqual(refused(status, refusal))
  })

  test('an item that is not there, and a year too far away', async () => {
    const item = { ...(await itemOf(2026, 'y-staff-signals')), id: 'nothing' }
    expect(await save(item, {})).toEqual(refused(404, 'item-unknown'))
    expect(await make(2028, 'protocol')).toEqual(refused(422, 'year-not-open'))
  })
})

test('next year gets the same, a year later on school days, and keeps what it has', async () => {
  const own = { title: 'Voorlichting', owner: { role: 'director' }, startsOn: null, dueOn: '2027-10-04' }
  expect(await add(2027, own)).toEqual(done)
  const { items } = await planOf(2026)
  expect(await make(2027, 'year-before')).toEqual({ status: 200, body: { added: items.length, there: 1 } })
  expect(await itemOf(2027, 'y-event')).toMatchObject({
    ...{ owner: { holder: holderOf(school, 'mentor') }, doneOn: null, evidence: null, version: 1 },
    ...{ dueOn: '2028-04-18' },
  })
  expect((await itemOf(2027, 'y-lessons')).leftOut).toBeNull()
  expect(await make(2027, 'year-before')).toEqual({ status: 200, body: { added: 0, there: items.length + 1 } })
})

test('whoever sees a plan sees who changed what, and no word that was typed is in the log', async () => {
  const history = await (await director.send(`${at(2026)}/history`)).json()
  expect(history).toContainEqual({
    ...{ item: 'y-names-in-guide', change: 'done', on: '2026-11-24', name: 'Coen Kok' },
  })
  expect(history.at(-1)).toEqual({ item: null, change: 'made', on: '2026-11-24', name: 'Coen Kok' })
  const log = await (await director.send('/api/team/audit')).text()
  expect(log).toContain('plan-evidence')
  expect(log).not.toMatch(/blz\. 14|ouderavond|mentorles/)
})

test('the director reads along, and keeps the plan where nobody is coordinator', async () => {
  expect((await planOf(2026, director)).mayEdit).toBe(false)
  const item = await itemOf(2026, 'y-diversity')
  expect(await save(item, { evidence: 'mag niet' }, director)).toEqual(refused(403, 'coordinator-edits'))
  expect(await make(2026, 'protocol', director)).toEqual(refused(403, 'coordinator-edits'))
  const isCoordinator = and(eq(memberships.siteId, 'ede'), eq(memberships.role, 'bullyingCoordinator'))
  const held = await school.deps.db.delete(memberships).where(isCoordinator).returning()
  try {
    expect((await planOf(2026, director)).mayEdit).toBe(true)
    expect(await save(item, { evidence: 'lesmap' }, director)).toEqual(done)
  } finally {
    await school.deps.db.insert(memberships).values(held)
  }
})

test('sums have a row for each site, and no words', async () => {
  const sums = (await (await director.send('/api/team/year-plans/2026/sums')).json()) as readonly object[]
  expect(sums).toHaveLength(school.deps.school.sites.length)
  expect(sums).toContainEqual({ site: 'ede', name: 'Ede', done: 1, late: 5, total: yearlyPlan.length })
  expect(sums).toContainEqual({ site: 'velp', name: 'Velp', done: 0, late: 0, total: 0 })
})
