import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { fillSchool } from '../../../db/fill-school.ts'
import { openByCode } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { signInAs } from '../../support/staff.ts'
import { told } from '../../support/told.ts'

let school: School
let administrator: SchoolApi
beforeAll(async () => {
  school = await openSchool({ config: { answerWithinSchoolDays: 6 } })
  administrator = (await signInAs(school, 'beheerder')).api
})
afterAll(() => school.close())

const path = '/api/team/sites/ede/settings'
const settings = {
  ...{ name: 'Ede', phone: null, schoolTypes: ['vmbo'], answerWithin: null, remindAfter: null },
  timeline: ['read', 'inProgress', 'nextMoment'],
}
const save = (change: object) => sendJson(administrator, 'PUT', path, { ...settings, ...change })
const read = async (site = 'ede', api = administrator) =>
  (await (await api.send(`/api/team/sites/${site}/settings`)).json()) as object
const restart = () =>
  fillSchool(school.deps.db, { school: school.deps.school, today: ordinaryDay, random: school.deps.random })

test('an empty term follows the school, one of its own counts', async () => {
  expect(await read()).toMatchObject({ answerWithin: null, inForce: { answerWithin: 6, remindAfter: 6 }, hasKey: true })
  expect((await save({ answerWithin: 5 })).status).toBe(204)
  expect(await read()).toMatchObject({ answerWithin: 5, inForce: { answerWithin: 5, remindAfter: 5 } })
  await save({ answerWithin: 5, remindAfter: 1 })
  expect(await read()).toMatchObject({ inForce: { answerWithin: 5, remindAfter: 1 } })
})

test('the term of the site is the one that reporters and staff see', async () => {
  await save({ answerWithin: 4 })
  const reporter = await told(school, ['bullyingCoordinator'])
  const inFour = '2026-11-30'
  const readers = await (await school.api.send('/api/sites/ede/readers')).json()
  expect(readers).toMatchObject({ answerBy: inFour })
  expect((await openByCode(school.api, reporter.code)).stored).toMatchObject({ answerBy: inFour })
  const { api } = await signInAs(school, 'coordinator')
  expect(await (await api.send('/api/team/reports')).json()).toMatchObject({ reports: [{ due: { by: inFour } }] })
  expect(await (await school.api.send('/api/sites/almere/readers')).json()).toMatchObject({ answerBy: '2026-12-02' })
})

test('what reporters are shown of how far it is goes along with every report of the site', async () => {
  const reporter = await told(school, ['bullyingCoordinator'])
  const shown = async () => (await openByCode(school.api, reporter.code)).stored.timeline
  expect(await shown()).toEqual(['read', 'inProgress', 'nextMoment'])
  await save({ timeline: ['inProgress'] })
  expect(await read()).toMatchObject({ timeline: ['inProgress'] })
  expect(await shown()).toEqual(['inProgress'])
  const { api } = await signInAs(school, 'coordinator')
  const path = `/api/team/reports/ede/${reporter.report}`
  expect(await (await api.send(path)).json()).toMatchObject({ timeline: ['inProgress'] })
  await save({ timeline: [] })
  expect(await shown()).toEqual([])
})

test.each([
  ['an empty name', { name: '  ' }],
  ['a name over the limit', { name: 'x'.repeat(61) }],
  ['a term of nought', { answerWithin: 0 }],
  ['a term of a month', { remindAfter: 21 }],
  ['a term longer than the school promises', { answerWithin: 7 }],
  ['half a day', { answerWithin: 1.5 }],
  ['a phone number of letters', { phone: 'bel de balie' }],
  ['no type of school', { schoolTypes: [] }],
  ['a part of the timeline that is none', { timeline: ['closed'] }],
])('%s is refused', async (_, change) => {
  expect(await save(change)).toEqual(refused(400, 'input-malformed'))
})

test('what was edited on a screen is still there after the next start; a site nobody edited follows the file', async () => {
  await save({ name: 'Ede-Oost', phone: '0318 12 34 56' })
  await restart()
  expect(await read()).toMatchObject({ name: 'Ede-Oost', phone: '0318 12 34 56' })
  const sites = school.deps.school.sites.map((site) => ({ ...site, name: `${site.name} uit het bestand` }))
  const { db, random } = school.deps
  await fillSchool(db, { school: { ...school.deps.school, sites }, today: ordinaryDay, random })
  const names = ((await (await school.api.send('/api/sites')).json()) as { id: string; name: string }[]).map(
    ({ name }) => name,
  )
  expect(names).toContain('Ede-Oost')
  expect(names).toContain('Almere uit het bestand')
})

describe('a new site', () => {
  const add = (change: object = {}) =>
    sendJson(administrator, 'POST', '/api/team/sites', {
      ...{ name: 'Den Haag', region: 'zuid', phone: null, schoolTypes: ['vmbo'] },
      ...change,
    })

  test('gets an address of its name, its holidays and whoever added it, and takes no reports yet', async () => {
    expect(await add()).toEqual({ status: 201, body: { site: 'den-haag' } })
    expect(await read('den-haag')).toMatchObject({ name: 'Den Haag', hasKey: false })
    const days = (await (await administrator.send('/api/team/sites/den-haag/free-days')).json()) as object
    expect(days).toMatchObject({
      freeDays: expect.arrayContaining([expect.objectContaining({ name: 'kerstvakantie' })]),
    })
    const readers = await (await school.api.send('/api/sites/den-haag/readers')).json()
    expect(readers).toMatchObject({ siteKey: null, functions: [] })
    const me = (await (await administrator.send('/api/team/me')).json()) as { sites: object[] }
    expect(me.sites).toContainEqual(
      expect.objectContaining({ site: 'den-haag', certificate: null, roles: ['systemAdministrator'] }),
    )
    await restart()
    expect(await read('den-haag')).toMatchObject({ name: 'Den Haag' })
  })

  test('does not take the address of another one', async () => {
    expect(await add({ name: 'Almere' })).toEqual(refused(409, 'site-taken'))
    expect(await add({ name: '日本' })).toEqual(refused(400, 'input-malformed'))
  })
})
