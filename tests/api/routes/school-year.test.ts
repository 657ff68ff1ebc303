import { expect, test } from 'vitest'
import { type School, schoolOfThisTest } from '../../support/school.ts'
import { refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { holderOf, signInAs } from '../../support/staff.ts'
import { told } from '../../support/told.ts'

const path = '/api/team/sites/ede/school-year'
type Person = Readonly<{ holder: string; name: string; roles: string[]; classGroups: string[]; isSelf: boolean }>

async function open(): Promise<{ school: School; api: SchoolApi }> {
  const school = await schoolOfThisTest()
  return { school, api: (await signInAs(school, 'beheerder')).api }
}
const people = async (api: SchoolApi) => (await (await api.send(path)).json()) as Person[]
const classesOf = async (api: SchoolApi) =>
  Object.fromEntries((await people(api)).map(({ name, classGroups }) => [name, classGroups.sort()]))

test('classes get their new mentors, and who leaves is gone, at once', async () => {
  const { school, api } = await open()
  expect(await classesOf(api)).toMatchObject({ 'Mo Meijer': ['1A'], 'Mia Mol': ['1A', '2B'] })
  const classes = [
    { name: '1A', mentors: [holderOf(school, 'mentor2')] },
    { name: '2A', mentors: [holderOf(school, 'mentor2'), holderOf(school, 'coordinator')] },
    { name: '3A', mentors: [] },
  ]
  expect((await sendJson(api, 'POST', path, { leavers: [holderOf(school, 'mentor')], classes })).status).toBe(204)
  const after = await classesOf(api)
  expect(after).toMatchObject({ 'Mia Mol': ['1A', '2A'], 'Coen Kok': ['2A'] })
  expect(Object.keys(after)).not.toContain('Mo Meijer')
  const coordinator = (await people(api)).find(({ name }) => name === 'Coen Kok')
  expect(coordinator?.roles.sort()).toEqual(['bullyingCoordinator', 'mentor'])
})

test('when the last reader of a report would leave, nothing changes, and it says who', async () => {
  const { school, api } = await open()
  await told(school, ['bullyingCoordinator'])
  const before = await people(api)
  const leavers = [holderOf(school, 'mentor'), holderOf(school, 'coordinator')]
  expect(await sendJson(api, 'POST', path, { leavers, classes: [] })).toEqual({
    status: 409,
    body: { refusal: 'owner-needed', holder: holderOf(school, 'coordinator') },
  })
  expect(await people(api)).toEqual(before)
})

test('nobody lets themselves leave, and nobody who is not there leaves or mentors', async () => {
  const { school, api } = await open()
  const own = holderOf(school, 'beheerder')
  const answer = await sendJson(api, 'POST', path, { leavers: [own], classes: [] })
  expect(answer.body).toEqual({ refusal: 'own-appointment', holder: own })
  const strangers = await sendJson(api, 'POST', path, { leavers: [], classes: [{ name: '1A', mentors: ['nobody'] }] })
  expect(strangers.body).toEqual({ refusal: 'staff-unknown', holder: 'nobody' })
  const twice = [
    { name: '1A', mentors: [] },
    { name: '1A', mentors: [] },
  ]
  expect(await sendJson(api, 'POST', path, { leavers: [], classes: twice })).toEqual(refused(400, 'input-malformed'))
})
