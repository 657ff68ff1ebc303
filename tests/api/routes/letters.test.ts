import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { letterTexts } from '../../../db/schema/index.ts'
import { openSchool, type School } from '../../support/school.ts'
import { refused, type SchoolApi, sendJson } from '../../support/school-api.ts'
import { signInAs } from '../../support/staff.ts'

let school: School
let coordinator: SchoolApi
let director: SchoolApi
let mentor: SchoolApi
beforeAll(async () => {
  school = await openSchool()
  coordinator = (await signInAs(school, 'coordinator')).api
  director = (await signInAs(school, 'directeur')).api
  mentor = (await signInAs(school, 'mentor')).api
})
afterAll(() => school.close())

const at = '/api/team/sites/ede/letters'
const textsOf = async (api = mentor) =>
  ((await (await api.send(at)).json()) as Readonly<{ texts: readonly Readonly<{ letter: string }>[] }>).texts
const save = (letter: string, version: number, text: string | null, api = coordinator) =>
  sendJson(api, 'PUT', `${at}/${letter}`, { version, text })
const saved = { status: 204, body: null }
const of = (letter: string, text: string | null, version: number) => ({ protocol: 'aeres-vmbo', letter, text, version })

test('a site that changed nothing has the letters of its protocol', async () => {
  expect(await (await mentor.send(at)).json()).toEqual({ protocol: { id: 'aeres-vmbo', version: '1.1' }, texts: [] })
})

test('a coordinator puts the site’s own text in the place of the standard one, a director changes it again, and back', async () => {
  expect(await save('l-invite-parents', 0, '  Beste {ouders},\n\nKom langs over {leerling}. ')).toEqual(saved)
  expect(await textsOf()).toEqual([of('l-invite-parents', 'Beste {ouders},\n\nKom langs over {leerling}.', 1)])
  expect(await save('l-invite-parents', 1, 'Beste {ouders}, bel ons.', director)).toEqual(saved)
  expect(await save('l-invite-parents', 2, null)).toEqual(saved)
  expect(await textsOf()).toEqual([of('l-invite-parents', null, 3)])
  expect(await save('l-invite-parents', 3, 'Toch weer anders.')).toEqual(saved)
  expect(await textsOf()).toEqual([of('l-invite-parents', 'Toch weer anders.', 4)])
})

test('whoever read an older text is told so, also when there was none yet or the standard text came back', async () => {
  expect(await save('l-closing', 0, 'Eerste.')).toEqual(saved)
  expect(await save('l-closing', 0, 'Ook eerste.')).toEqual(refused(409, 'item-changed'))
  expect(await save('l-closing', 1, null)).toEqual(saved)
  expect(await save('l-closing', 1, 'Van voor de standaardtekst.')).toEqual(refused(409, 'item-changed'))
  expect(await textsOf()).toContainEqual(of('l-closing', null, 2))
})

test('of two at the same moment one is first', async () => {
  const both = await Promise.all([save('l-measure', 0, 'Een.'), save('l-measure', 0, 'Twee.', director)])
  expect(both.map(({ status }) => status).sort()).toEqual([204, 409])
})

describe('refused is', () => {
  test.each([
    ['Beste {naam}', 422, 'placeholder-unknown'],
    ['Beste {leerling', 422, 'placeholder-unknown'],
    ['', 400, 'input-malformed'],
    ['a\u0000b', 400, 'input-malformed'],
    ['x'.repeat(6_001), 400, 'input-malformed'],
  ] as const)('%j, and the text stays as it was', async (text, status, refusal) => {
    const before = await textsOf()
    expect(await save('l-agreements', 0, text)).toEqual(refused(status, refusal))
    expect(await textsOf()).toEqual(before)
  })

  test('a letter that the protocol does not have, and one of another protocol', async () => {
    expect(await save('kaartje', 0, 'Dag.')).toEqual(refused(404, 'item-unknown'))
  })

  test('a mentor, who makes letters and does not decide what they say', async () => {
    expect(await save('l-agreements', 0, 'Dag.', mentor)).toEqual(refused(403, 'not-allowed'))
    expect((await mentor.send(`${at}/history`)).status).toBe(403)
  })

  test('whoever works at another site', async () => {
    expect((await coordinator.send('/api/team/sites/almere/letters')).status).toBe(403)
    expect(
      await sendJson(coordinator, 'PUT', '/api/team/sites/almere/letters/l-closing', { version: 0, text: 'Dag.' }),
    ).toEqual(refused(403, 'not-allowed'))
  })
})

test('who changed which text is in the log, and no word of it', async () => {
  const history = await (await coordinator.send(`${at}/history`)).json()
  expect(history).toContainEqual({ letter: 'l-closing', change: 'standard', on: '2026-11-24', name: 'Coen Kok' })
  expect(history.at(-1)).toEqual({ letter: 'l-invite-parents', change: 'own', on: '2026-11-24', name: 'Coen Kok' })
  const log = await (await director.send('/api/team/audit')).text()
  expect(log).toContain('letter-own')
  expect(log).not.toMatch(/Kom langs|Eerste\./)
})

test('what another protocol of the same school once had stays, and is that protocol’s', async () => {
  await school.deps.db
    .insert(letterTexts)
    .values({ siteId: 'ede', protocol: 'other', letter: 'l-agreements', text: 'Oud.' })
  expect(await save('l-agreements', 0, 'Nieuw.')).toEqual(saved)
  expect(await textsOf()).toContainEqual({ ...of('l-agreements', 'Oud.', 1), protocol: 'other' })
  expect(await textsOf()).toContainEqual(of('l-agreements', 'Nieuw.', 1))
})
