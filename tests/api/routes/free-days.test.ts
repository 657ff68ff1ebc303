import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { openSchool, type School } from '../../support/school.ts'
import { refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { signInAs } from '../../support/staff.ts'

let school: School
let administrator: SchoolApi
beforeAll(async () => {
  school = await openSchool()
  administrator = (await signInAs(school, 'beheerder')).api
})
afterAll(() => school.close())

const path = '/api/team/sites/ede/free-days'
const study = { firstDay: '2026-12-07', lastDay: '2026-12-08', name: 'Studiedagen' }
const add = (days: object) => sendJson(administrator, 'POST', path, days)
const change = (firstDay: string, days: object) => sendJson(administrator, 'PUT', `${path}/${firstDay}`, days)
const remove = async (firstDay: string) =>
  (await administrator.send(`${path}/${firstDay}`, { method: 'DELETE' })).status
type Calendar = Readonly<{ freeDays: readonly (typeof study)[]; national: readonly (typeof study)[] }>
const calendar = async () => (await (await administrator.send(path)).json()) as Calendar

beforeEach(async () => {
  await administrator.send(`${path}/national`, { method: 'POST' })
  for (const { firstDay, name } of (await calendar()).freeDays) if (name === study.name) await remove(firstDay)
})

test('free days are added, changed and taken away, and count in the term of an answer', async () => {
  const answerBy = async () =>
    ((await (await school.api.send('/api/sites/ede/readers')).json()) as { answerBy: string }).answerBy
  expect(await answerBy()).toBe('2026-11-26')
  expect((await add({ ...study, firstDay: '2026-11-26', lastDay: '2026-11-26' })).status).toBe(204)
  expect(await answerBy()).toBe('2026-11-27')
  expect((await change('2026-11-26', study)).status).toBe(204)
  expect(await answerBy()).toBe('2026-11-26')
  expect((await calendar()).freeDays).toContainEqual(study)
  expect(await remove(study.firstDay)).toBe(204)
  expect((await calendar()).freeDays).not.toContainEqual(study)
})

test('days that run into others, backwards or for half a year are refused, each with its own word', async () => {
  expect(await add({ ...study, firstDay: '2026-12-18', lastDay: '2026-12-19' })).toEqual(refused(409, 'days-overlap'))
  expect(await add({ ...study, lastDay: '2026-12-06' })).toEqual(refused(422, 'days-reversed'))
  expect(await add({ ...study, firstDay: '2028-09-10', lastDay: '2029-05-01' })).toEqual(refused(422, 'days-long'))
  expect(await add({ ...study, firstDay: '2026-02-30' })).toEqual(refused(400, 'input-malformed'))
  expect(await change('2026-12-01', study)).toEqual(refused(404, 'days-unknown'))
  expect(await remove('2026-12-01')).toBe(404)
})

test('a change of days may overlap what they were before', async () => {
  await add(study)
  expect((await change(study.firstDay, { ...study, firstDay: '2026-12-08', lastDay: '2026-12-09' })).status).toBe(204)
})

describe('the holidays of the region', () => {
  test('come back, the school’s own days outside them stay', async () => {
    const before = await calendar()
    await add(study)
    await remove('2026-12-19')
    await add({ firstDay: '2026-12-21', lastDay: '2026-12-22', name: 'Alleen twee dagen' })
    expect((await administrator.send(`${path}/national`, { method: 'POST' })).status).toBe(204)
    const { freeDays, national } = await calendar()
    expect(freeDays).toEqual([...before.freeDays, study].sort((a, b) => (a.firstDay < b.firstDay ? -1 : 1)))
    expect(freeDays).toEqual(expect.arrayContaining([...national]))
  })
})

test('two who add the same days at once do not both succeed', async () => {
  const statuses = (await Promise.all([add(study), add(study)])).map(({ status }) => status)
  expect(statuses.sort()).toEqual([204, 409])
})
