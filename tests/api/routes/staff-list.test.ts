import { describe, expect, test } from 'vitest'
import type { Role } from '../../../api/domain/roles.ts'
import { mailOf, people, type School, schoolOfThisTest } from '../../support/school.ts'
import { refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { signInAs } from '../../support/staff.ts'
import { told } from '../../support/told.ts'

type Row = Readonly<{
  name: string
  email: string
  site: string
  roles: readonly Role[]
  classGroups: readonly string[]
  isExternal?: boolean
}>
type Plan = Readonly<{ plan: string; same: number; undone: { name: string; role: string | null; refusal: string }[] }> &
  Readonly<Record<'fresh' | 'moved' | 'changed' | 'gone', { name: string }[]>>

type Keys = Readonly<{ people: { name: string; certificate: string }[] }>

/** The people of ede as a list would have them. */
const whole: readonly Row[] = people
  .filter(({ site }) => site === 'ede')
  .map(({ name, email, site, roles, mentorOf = [] }) => ({ name, email, site, roles, classGroups: mentorOf }))
const without = (who: string) => whole.filter(({ email }) => email !== mailOf(who))
const fresh = (who: string, more: Partial<Row> = {}): Row => ({
  ...{ name: who, email: `${who}@nieuw.test`, site: 'ede', roles: ['mentor'], classGroups: ['4Z'], ...more },
})

async function open(): Promise<{ school: School; api: SchoolApi }> {
  const school = await schoolOfThisTest()
  return { school, api: (await signInAs(school, 'beheerder')).api }
}
const compare = async (api: SchoolApi, rows: readonly Row[]) =>
  (await sendJson(api, 'POST', '/api/team/staff-list/comparison', { rows })).body as Plan
const carryOut = (api: SchoolApi, rows: readonly Row[], plan: string, take: readonly string[]) =>
  sendJson(api, 'POST', '/api/team/staff-list', { rows, plan, take })
const all = ['fresh', 'moved', 'changed', 'gone']
const names = (list: readonly { name: string }[]) => list.map(({ name }) => name)

describe('a list', () => {
  test('that says what is there differs in nothing', async () => {
    const { api } = await open()
    expect(await compare(api, whole)).toMatchObject({ fresh: [], moved: [], changed: [], gone: [], same: whole.length })
  })

  test('changes nothing by being compared', async () => {
    const { api } = await open()
    const rows = [...without('mentor'), fresh('Nora')]
    const first = await compare(api, rows)
    expect(names(first.fresh)).toEqual(['Nora'])
    expect(names(first.gone)).toEqual(['Mo Meijer'])
    expect(await compare(api, rows)).toEqual(first)
  })

  test('is carried out in the groups that were ticked, and again has nothing left to do in them', async () => {
    const { api } = await open()
    const rows = [...without('mentor'), fresh('Nora')]
    const { plan } = await compare(api, rows)
    expect(await carryOut(api, rows, plan, ['fresh'])).toEqual({ status: 200, body: { undone: [] } })
    const after = await compare(api, rows)
    expect([names(after.fresh), names(after.gone)]).toEqual([[], ['Mo Meijer']])
    await carryOut(api, rows, after.plan, all)
    expect(await compare(api, rows)).toMatchObject({ fresh: [], gone: [], same: rows.length })
  })

  test('gives and takes functions and classes', async () => {
    const { api } = await open()
    const changed: Partial<Row> = { roles: ['mentor', 'teamLeader'], classGroups: ['2B', '2C'] }
    const rows = whole.map((row) => (row.email === mailOf('mentor2') ? { ...row, ...changed } : row))
    const { plan, changed: found } = await compare(api, rows)
    expect(found).toMatchObject([{ name: 'Mia Mol', given: { roles: ['teamLeader'], classGroups: ['2C'] } }])
    await carryOut(api, rows, plan, all)
    expect((await compare(api, rows)).changed).toEqual([])
  })

  test('renames somebody only once that is chosen, and then their key has to be signed anew', async () => {
    const { api, school } = await open()
    const rows = whole.map((row) => (row.email === mailOf('mentor') ? { ...row, name: 'Mo Meijer-Bos' } : row))
    const { plan, changed } = await compare(api, rows)
    expect(changed).toMatchObject([{ name: 'Mo Meijer', newName: 'Mo Meijer-Bos', isExternal: null }])
    const director = (await signInAs(school, 'directeur')).api
    const namesThere = async () => {
      const { people: there } = (await (await director.send('/api/team/sites/ede/keys')).json()) as Keys
      return there.map(({ name, certificate }) => [name, JSON.parse(certificate).certified.name])
    }
    expect(await namesThere()).toContainEqual(['Mo Meijer', 'Mo Meijer'])
    await carryOut(api, rows, plan, all)
    expect(await namesThere()).toContainEqual(['Mo Meijer-Bos', 'Mo Meijer'])
    expect((await compare(api, rows)).changed).toEqual([])
  })

  test('says of a vertrouwenspersoon that they are from outside, and says nothing when it names the function only', async () => {
    const { api } = await open()
    const rows = whole.map((row) => (row.email === mailOf('vertrouwenspersoon') ? { ...row, isExternal: true } : row))
    const { plan, changed } = await compare(api, rows)
    expect(changed).toMatchObject([{ name: 'Vera Visser', newName: null, isExternal: true }])
    await carryOut(api, rows, plan, all)
    expect((await compare(api, whole)).changed).toEqual([])
    const there = (await (await api.send('/api/team/sites/ede/people')).json()) as {
      name: string
      isExternal: boolean
    }[]
    const external = there.filter(({ isExternal }) => isExternal)
    expect(names(external)).toEqual(['Vera Visser'])
  })

  test('is not carried out when something changed since it was compared', async () => {
    const { api } = await open()
    const rows = [...whole, fresh('Nora')]
    const { plan } = await compare(api, rows)
    await carryOut(api, rows, plan, all)
    expect(await carryOut(api, rows, plan, all)).toEqual(refused(409, 'list-moved'))
  })

  test('of another site than one’s own is refused whole', async () => {
    const { api } = await open()
    const rows = [fresh('Nora'), fresh('Alma', { site: 'almere' })]
    expect(await compare(api, rows)).toEqual({ refusal: 'not-allowed' })
    expect(await carryOut(api, rows, 'x', all)).toEqual(refused(403, 'not-allowed'))
  })

  test('with the same person twice at a site, or classes without a mentor, is refused whole', async () => {
    const { api } = await open()
    const wrong = [[fresh('Nora'), fresh('Nora')], [fresh('Nora', { roles: ['director'] })], []]
    for (const rows of wrong) {
      expect((await sendJson(api, 'POST', '/api/team/staff-list/comparison', { rows })).status).toBe(400)
    }
  })
})

test('the last one who can read a report stays, the list says so beforehand, and the others go', async () => {
  const { api, school } = await open()
  await told(school, ['bullyingCoordinator'])
  const rows = without('coordinator').filter(({ email }) => email !== mailOf('mentor'))
  const before = await compare(api, rows)
  expect(before.undone).toMatchObject([{ name: 'Coen Kok', role: null, refusal: 'owner-needed' }])
  const { body } = await carryOut(api, rows, before.plan, all)
  expect(body).toEqual({ undone: before.undone })
  expect(names((await compare(api, rows)).gone)).toEqual(['Coen Kok'])
})

test('a thousand people are compared and taken in', async () => {
  const { api } = await open()
  const rows = [
    ...whole,
    ...Array.from({ length: 1_000 }, (_, n) => fresh(`Nieuw${n}`, { classGroups: [`K${n % 40}`] })),
  ]
  const { plan, fresh: found } = await compare(api, rows)
  expect(found).toHaveLength(1_000)
  expect((await carryOut(api, rows, plan, all)).status).toBe(200)
  expect(await compare(api, rows)).toMatchObject({ fresh: [], same: rows.length })
})
