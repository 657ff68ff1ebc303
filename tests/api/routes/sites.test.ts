import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../../api/domain/local-date.ts'
import { siteHolidays, sites } from '../../../db/schema/index.ts'
import { readCertificate } from '../../../web/crypto/certificate.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { refused, sendJson } from '../../support/school-api.ts'

let school: School
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())

const get = async (path: string) => {
  const response = await school.api.send(path)
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}
const search = (body: unknown, site = 'ede') => sendJson(school.api, 'POST', `/api/sites/${site}/staff-search`, body)
const holderOf = (name: string) => school.site.staff.find((person) => person.name === name)?.holder ?? ''

test('the instance gives its salt, the name of the school and the day', async () => {
  expect(await get('/api/instance')).toEqual({
    status: 200,
    body: {
      salt: school.deps.instance.salt,
      school: { slug: 'aeres-vmbo', name: 'Aeres VMBO' },
      today: ordinaryDay,
    },
  })
})

test('the sites come in the order of the configuration, with nothing but what a reporter needs', async () => {
  const { body } = await get('/api/sites')
  expect(body).toHaveLength(11)
  expect(body).toMatchObject(school.deps.school.sites.map(({ id, name }) => ({ id, name })))
  expect(Object.keys((body as unknown as object[])[0] ?? {}).sort()).toEqual(['id', 'name', 'region', 'schoolTypes'])
})

describe('the readers of a site', () => {
  test('are its functions with a member who has the key, with certificates of the site key', async () => {
    const { body } = await get('/api/sites/ede/readers')
    const functions = body['functions'] as { role: string; certificate: string; members: { name: string }[] }[]
    expect(functions.map(({ role, members }) => [role, members.map(({ name }) => name)])).toEqual([
      ['contactPerson', ['Anna Aker']],
      ['bullyingCoordinator', ['Coen Kok']],
      ['confidentialAdviser', ['Vera Visser', 'Victor Vos']],
    ])
    for (const { role, certificate } of functions) {
      expect(readCertificate(certificate, school.site.siteKey, { site: 'ede', holder: role })?.holder).toBe(role)
    }
  })

  test('name the mentors of each class group by holder', async () => {
    const { body } = await get('/api/sites/ede/readers')
    const [mo, mia] = [holderOf('Mo Meijer'), holderOf('Mia Mol')]
    const groups = body['classGroups'] as { name: string; mentors: { holder: string }[] }[]
    expect(groups.map(({ name, mentors }) => [name, mentors.map(({ holder }) => holder).sort()])).toEqual([
      ['1A', [mo, mia].sort()],
      ['2B', [mia]],
    ])
  })

  test('come with the day of an answer, and in a holiday with until when nobody reads', async () => {
    expect((await get('/api/sites/ede/readers')).body).toMatchObject({ answerBy: '2026-11-26', closed: null })
    school.standOn(localDate('2026-12-23'))
    const inHoliday = await get('/api/sites/ede/readers')
    school.standOn(ordinaryDay)
    expect(inHoliday.body).toMatchObject({
      answerBy: '2027-01-06',
      closed: { name: 'kerstvakantie', until: '2027-01-03' },
    })
  })

  test('follow the days off that the school entered itself, at that site only', async () => {
    const day = { firstDay: '2026-11-25', lastDay: '2026-11-25', name: 'Studiedag' }
    await school.deps.db.insert(siteHolidays).values({ siteId: 'almere', ...day })
    expect((await get('/api/sites/almere/readers')).body).toMatchObject({ answerBy: '2026-11-27' })
    expect((await get('/api/sites/ede/readers')).body).toMatchObject({ answerBy: '2026-11-26' })
  })

  test('are none where the site has no key yet', async () => {
    await school.deps.db.update(sites).set({ siteKey: null }).where(eq(sites.id, 'almere'))
    const { body } = await get('/api/sites/almere/readers')
    await school.deps.db.update(sites).set({ siteKey: school.otherSite.siteKey }).where(eq(sites.id, 'almere'))
    expect(body).toMatchObject({ siteKey: null, functions: [], classGroups: [] })
  })

  test.each(['parijs', 'EDE', 'e%de', "ede'"])('of %s are refused', async (site) => {
    const { status, body } = await get(`/api/sites/${encodeURIComponent(site)}/readers`)
    expect({ status, body }).toEqual(site === 'parijs' ? refused(404, 'site-unknown') : refused(400, 'input-malformed'))
  })
})

describe('looking for a member of staff', () => {
  const names = (body: unknown) => (body as { name: string }[]).map(({ name }) => name)

  test('finds who agreed to be found, by any part of the name in any case', async () => {
    const { status, body } = await search({ name: 'MOL' })
    expect(status).toBe(200)
    expect(names(body)).toEqual(['Mia Mol'])
    expect(readCertificate((body as { certificate: string }[])[0]?.certificate ?? '', school.site.siteKey)?.name).toBe(
      'Mia Mol',
    )
  })

  test('does not find who did not agree, nor anybody of another site', async () => {
    expect(names((await search({ name: 'Vera' })).body)).toEqual([])
    expect(names((await search({ name: 'Mia' }, 'almere')).body)).toEqual([])
  })

  test.each(['%%', '__', '\\\\', "' or 1=1 --"])('takes %s for what it is', async (name) => {
    expect(await search({ name })).toEqual({ status: 200, body: [] })
  })

  test.each([
    ['one letter', { name: 'm' }],
    ['spaces', { name: '     ' }],
    ['a byte that no text column takes', { name: 'mi\u0000a' }],
    ['nothing', {}],
    ['both', { name: 'mia', holders: [holderOf] }],
    ['a number', { name: 12 }],
    ['nobody', { holders: [] }],
    ['too many', { holders: Array.from({ length: 25 }, (_, index) => `x${index}`) }],
    ['a list', ['mia']],
    ['null', null],
  ])('refuses %s', async (_, body) => {
    expect(await search(body)).toEqual(refused(400, 'input-malformed'))
  })

  test('by holder gives the certificate of anybody at the site, and of nobody else', async () => {
    const stranger = school.otherSite.staff[0]?.holder ?? ''
    const { body } = await search({ holders: [holderOf('Vera Visser'), holderOf('Mo Meijer'), stranger] })
    expect(names(body)).toEqual(['Mo Meijer', 'Vera Visser'])
  })

  test('at a site that is not there is refused', async () => {
    expect(await search({ name: 'mia' }, 'parijs')).toEqual(refused(404, 'site-unknown'))
  })
})
