import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { auditEvents, mails } from '../../../db/schema/index.ts'
import { mailOf, openSchool, type School } from '../../support/school.ts'
import { refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { holderOf, signInAs } from '../../support/staff.ts'

let school: School
let administrator: SchoolApi
beforeAll(async () => {
  school = await openSchool({ deps: { isMailSent: true } })
  administrator = (await signInAs(school, 'beheerder')).api
})
afterAll(() => school.close())

const ede = (more: object = {}) => ({ site: 'ede', roles: ['mentor'], classGroups: ['3C'], ...more })
const invite = (email: string, more: object = {}) =>
  sendJson(administrator, 'POST', '/api/team/invitations', {
    ...{ name: 'Nora Nieuw', email, places: [ede()], way: 'letter', ...more },
  })
type Waiting = Readonly<{
  name: string
  email: string
  validUntil: string | null
  places: readonly { site: string; holder: string; roles: string[] }[]
}>
const waiting = async () =>
  ((await (await administrator.send('/api/team/invitations')).json()) as { people: Waiting[] }).people
const waitingFor = async (email: string) => (await waiting()).find((person) => person.email === email)
const tokenOf = ({ body }: { body: unknown }) => (body as { token: string }).token
const opens = async (token: string) =>
  (await sendJson(school.api, 'POST', '/api/enrolment/invitation', { token })).status === 200
const pathOf = async (email: string) =>
  `/api/team/sites/ede/staff/${(await waitingFor(email))?.places[0]?.holder}/invitation`

describe('somebody new', () => {
  test('is invited with a letter: the link is shown once, and opens', async () => {
    const made = await invite('Nora@School.test')
    expect(made.status).toBe(201)
    expect(await opens(tokenOf(made))).toBe(true)
    expect(await waitingFor('nora@school.test')).toMatchObject({
      ...{ name: 'Nora Nieuw', validUntil: '2026-12-08' },
      places: [{ site: 'ede', siteName: 'Ede', roles: ['mentor'] }],
    })
    const events = await school.deps.db.select().from(auditEvents).where(eq(auditEvents.siteId, 'ede'))
    expect(events.at(-1)).toMatchObject({ action: 'invited', subject: 'staff' })
  })

  test('is invited by mail, which alone knows the link', async () => {
    expect(await invite('per.mail@school.test', { way: 'mail' })).toEqual({ status: 201, body: { token: null } })
    const [mail] = await school.deps.db.select().from(mails).where(eq(mails.kind, 'invitation'))
    expect(await opens(mail?.token ?? '')).toBe(true)
  })

  test('is invited again: the link of before does not work any more, and neither does its mail', async () => {
    const first = tokenOf(await invite('weer@school.test'))
    await sendJson(administrator, 'POST', await pathOf('weer@school.test'), { way: 'mail' })
    const again = tokenOf(await sendJson(administrator, 'POST', await pathOf('weer@school.test'), { way: 'letter' }))
    expect([await opens(first), await opens(again)]).toEqual([false, true])
    const unsent = await school.deps.db.select().from(mails)
    expect(unsent.filter(({ occasion }) => occasion.startsWith('invitation:'))).toHaveLength(1)
  })

  test('whose invitation is withdrawn cannot use it, and stays on the list', async () => {
    const token = tokenOf(await invite('niet@school.test'))
    expect((await administrator.send(await pathOf('niet@school.test'), { method: 'DELETE' })).status).toBe(204)
    expect(await opens(token)).toBe(false)
    expect(await waitingFor('niet@school.test')).toMatchObject({ validUntil: null })
  })
})

test('somebody with keys gets a place at one more site and no new link', async () => {
  const made = await invite(mailOf('vertrouwenspersoon', 'almere'), { way: 'letter' })
  expect(made).toEqual({ status: 201, body: { token: null } })
  const { api } = await signInAs(school, 'vertrouwenspersoon', 'almere')
  const me = (await (await api.send('/api/team/me')).json()) as { sites: { site: string }[] }
  expect(me.sites.map(({ site }) => site)).toEqual(['almere', 'ede'])
})

describe('an invitation is refused', () => {
  test('to a site where one may not invite, whatever other site it names too', async () => {
    const places = [ede(), ede({ site: 'almere' })]
    expect(await invite('ver@school.test', { places })).toEqual(refused(403, 'not-allowed'))
    expect(await waitingFor('ver@school.test')).toBeUndefined()
  })

  test('to oneself: nobody gives themselves a function', async () => {
    const places = [ede({ roles: ['confidentialAdviser'], classGroups: [] })]
    expect(await invite(mailOf('beheerder'), { places })).toEqual(refused(422, 'own-appointment'))
  })

  test('that would renew the keys of somebody, unless that is what was asked', async () => {
    const path = `/api/team/sites/ede/staff/${holderOf(school, 'mentor')}/invitation`
    expect(await sendJson(administrator, 'POST', path, { way: 'letter' })).toEqual(refused(409, 'keys-present'))
    const anew = await sendJson(administrator, 'POST', path, { way: 'letter', isAnew: true })
    expect(
      (await sendJson(school.api, 'POST', '/api/enrolment/invitation', { token: tokenOf(anew) })).body,
    ).toMatchObject({
      isAnew: true,
    })
  })

  test('with classes for who is no mentor, without a place, or twice the same', async () => {
    const wrong = [[], [ede({ roles: ['director'] })], [ede(), ede()]]
    for (const places of wrong) expect((await invite('x@school.test', { places })).status).toBe(400)
    expect((await invite('geen adres')).status).toBe(400)
  })
})

test('without a mail server nobody is told that a mail is on its way', async () => {
  const other = await openSchool()
  const { api } = await signInAs(other, 'beheerder')
  const json = { name: 'Nora', email: 'nora@school.test', places: [ede()], way: 'mail' }
  expect(await sendJson(api, 'POST', '/api/team/invitations', json)).toEqual(refused(422, 'mail-missing'))
  expect(await (await api.send('/api/team/invitations')).json()).toEqual({ canMail: false, people: [] })
  await other.close()
})
