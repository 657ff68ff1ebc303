import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEvents } from '../../../db/schema/index.ts'
import { plainWebp, webpOf } from '../../support/pictures.ts'
import { openSchool, type School } from '../../support/school.ts'
import { type SchoolApi, sendJson } from '../../support/school-api.ts'
import { holderOf, signInAs } from '../../support/staff.ts'

let school: School
let coordinator: SchoolApi
beforeAll(async () => {
  school = await openSchool()
  coordinator = (await signInAs(school, 'coordinator')).api
})
afterAll(() => school.close())

const page = '/api/team/sites/ede/function-page'
const personPath = (who: string) => `${page}/people/${holderOf(school, who)}`
const photoPath = (who: string) => `/api/sites/ede/photos/${holderOf(school, who)}`
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
type Person = Readonly<{ role: string; holder: string; name: string; reach: string | null; photoMark: string | null }>
const people = async (api = coordinator): Promise<readonly Person[]> =>
  ((await (await api.send(page)).json()) as { people: Person[] }).people
const named = async (name: string) => (await people()).find((person) => person.name === name)

test('the page has those of the three published functions, and nobody else', async () => {
  expect((await people()).map(({ role, name }) => `${role} ${name}`).sort()).toEqual([
    'bullyingCoordinator Coen Kok',
    'confidentialAdviser Vera Visser',
    'confidentialAdviser Victor Vos',
    'contactPerson Anna Aker',
  ])
})

test('reach, hours and where somebody comes from are changed, and it is written down who did', async () => {
  const json = { reach: ' Kamer 3 ', hours: null, isExternal: true }
  expect((await sendJson(coordinator, 'PUT', personPath('vertrouwenspersoon'), json)).status).toBe(204)
  expect(await named('Vera Visser')).toMatchObject({ reach: 'Kamer 3', hours: null, isExternal: true })
  const events = await school.deps.db.select().from(auditEvents).where(eq(auditEvents.siteId, 'ede'))
  expect(events.at(-1)).toMatchObject({
    ...{ action: 'changed', subject: 'staff', subjectId: holderOf(school, 'vertrouwenspersoon') },
    detail: 'function-page',
  })
})

test('a line with a control character or of any length is refused', async () => {
  for (const reach of ['a\u0000b', 'a\nb', 'x'.repeat(161), '  ']) {
    const json = { reach, hours: null, isExternal: false }
    expect((await sendJson(coordinator, 'PUT', personPath('aanspreekpunt'), json)).status).toBe(400)
  }
})

describe('a photo', () => {
  const put = (who: string, photo: string) => sendJson(coordinator, 'PUT', `${personPath(who)}/photo`, { photo })

  test('is shown to everybody from the moment it is there until it is taken away', async () => {
    expect((await school.api.send(photoPath('aanspreekpunt'))).status).toBe(404)
    expect((await put('aanspreekpunt', base64(plainWebp))).status).toBe(204)
    const shown = await school.api.send(photoPath('aanspreekpunt'))
    expect(shown.headers.get('content-type')).toBe('image/webp')
    expect(shown.headers.get('cache-control')).toBe('public, max-age=60')
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(plainWebp)

    const first = (await named('Anna Aker'))?.photoMark
    await put('aanspreekpunt', base64(webpOf(['VP8 ', [9, 9]])))
    expect((await named('Anna Aker'))?.photoMark).not.toBe(first)

    expect((await coordinator.send(`${personPath('aanspreekpunt')}/photo`, { method: 'DELETE' })).status).toBe(204)
    expect((await school.api.send(photoPath('aanspreekpunt'))).status).toBe(404)
    expect((await named('Anna Aker'))?.photoMark).toBeNull()
  })

  test('with EXIF in it, or that is no picture, is refused', async () => {
    const withNotes = webpOf(['VP8 ', [1, 2]], ['EXIF', [1, 2]])
    for (const photo of [base64(withNotes), base64(new Uint8Array([1])), 'not base64', ''])
      expect((await put('aanspreekpunt', photo)).status).toBe(400)
  })

  test('of somebody whom the page does not name is neither taken nor shown', async () => {
    expect((await put('mentor', base64(plainWebp))).status).toBe(404)
    expect((await school.api.send(photoPath('mentor'))).status).toBe(404)
  })
})

test('the order within a function is the one given; who is not in it comes after', async () => {
  const advisers = async () => (await people()).filter(({ role }) => role === 'confidentialAdviser')
  const order = (holders: readonly string[]) =>
    sendJson(coordinator, 'PUT', `${page}/order/confidentialAdviser`, { holders })
  await order([holderOf(school, 'vertrouwenspersoon2'), 'nobody'])
  expect((await advisers()).map(({ name }) => name)).toEqual(['Victor Vos', 'Vera Visser'])
  await order([holderOf(school, 'vertrouwenspersoon')])
  expect((await advisers()).map(({ name }) => name)).toEqual(['Vera Visser', 'Victor Vos'])
})
