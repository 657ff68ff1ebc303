import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rolesMay } from '../../../api/domain/permissions.ts'
import { roles } from '../../../api/domain/roles.ts'
import { type Actor, makeActors } from '../../support/actors.ts'
import { openDossierAs } from '../../support/dossiers.ts'
import { type RouteRule, routeRules } from '../../support/route-rules.ts'
import { openSchool, type School } from '../../support/school.ts'
import { colleague, holderOf, signInAs } from '../../support/staff.ts'
import { told } from '../../support/told.ts'

let school: School
let actors: readonly Actor[]
let real: Readonly<Record<string, string>>

beforeAll(async () => {
  school = await openSchool()
  actors = await makeActors(school)
  // Everything of ede, and really there: an answer that differs would be about who asks.
  const { report } = await told(school, ['contactPerson'])
  real = {
    ...{ site: 'ede', report, holder: holderOf(school, 'aanspreekpunt'), role: 'contactPerson' },
    ...{ attachment: randomUUID(), index: '0', firstDay: '2026-12-19', session: randomUUID() },
    neighbour: 'almere',
    ...{ passkey: randomUUID(), credential: 'a-credential', mail: randomUUID() },
    ...{ dossier: await dossierOf('aanspreekpunt'), earlier: randomUUID(), record: randomUUID() },
    ...{ year: '2026', item: 'parent-evening', letter: 'l-closing' },
  }
})
afterAll(() => school.close())

const dossierOf = async (who: string) =>
  (await openDossierAs(await colleague(school, who), { readers: [holderOf(school, who)] })).dossier

/** For those who may: the same addresses, but nothing that a test after this one needs. */
const harmless = { holder: 'nobody-at-all', firstDay: '2027-03-03' }

const methods = new Set(['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])
const routes = () => [
  ...new Set(
    school.app.routes
      .filter(({ method, path }) => methods.has(method) && path.startsWith('/api/') && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path}`),
  ),
]

const aboutWhoAsks = new Set(['not-signed-in', 'not-allowed', 'report-unknown', 'site-unknown', 'dossier-unknown'])

/** The refusal that is about who asks, or 'through'. */
async function ask(actor: Pick<Actor, 'api'>, route: string, params: object, body: object | null = null) {
  const [method = '', pattern = ''] = route.split(' ')
  const known: Readonly<Record<string, string>> = { ...real, ...params }
  const path = pattern.replace(/:(\w+)/g, (_, name: string) => {
    const value = known[name]
    if (value === undefined) throw new Error(`Add a real "${name}" to roles.test.ts, for ${route}.`)
    return value
  })
  const init =
    method === 'GET' ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body ?? {}) }
  const response = await actor.api.send(path, { method, ...init })
  const text = await response.text()
  const refusal = response.ok ? '' : ((JSON.parse(text) as { refusal?: string }).refusal ?? '')
  expect(response.status, `${route} answered ${text}`).toBeLessThan(500)
  return aboutWhoAsks.has(refusal) ? refusal : 'through'
}

function expected(rule: RouteRule, { role, isOther, isOut }: Actor): string {
  if (isOut) return 'not-signed-in'
  if (rule.to === 'role at the site') return role && rolesMay([role], rule.permission) ? 'through' : 'not-allowed'
  if (rule.to === 'role') {
    return rolesMay(isOther ? roles : role ? [role] : [], rule.permission) ? 'through' : 'not-allowed'
  }
  return 'through'
}

const named = <To extends RouteRule['to']>(...to: readonly To[]) =>
  Object.entries(routeRules).filter(([, rule]) => (to as readonly string[]).includes(rule.to))

test('every route says who gets through to it', () => {
  const there = routes()
  expect(there.length).toBeGreaterThan(80)
  const hint = 'Add one line for each to tests/support/route-rules.ts.'
  expect(
    there.filter((route) => !Object.hasOwn(routeRules, route)),
    hint,
  ).toEqual([])
  const gone = Object.keys(routeRules).filter((route) => !there.includes(route))
  expect(gone, 'These routes are gone: take their line out of tests/support/route-rules.ts.').toEqual([])
})

test('what is under /team/ is never for anybody', () => {
  const open = named('anybody').map(([route]) => route)
  expect(open.filter((route) => route.includes('/team/'))).toEqual([])
})

describe('a route lets through who has the permission, and nobody else', () => {
  test.each(named('staff', 'role at the site', 'role'))('%s', async (route, rule) => {
    const found: Record<string, string> = {}
    const wanted: Record<string, string> = {}
    for (const actor of actors) {
      const expectation = expected(rule, actor)
      if (expectation === 'through' && rule.to === 'staff' && !rule.isTried) continue
      wanted[actor.name] = expectation
      found[actor.name] = await ask(actor, route, expectation === 'through' ? harmless : {})
    }
    expect(found).toEqual(wanted)
  })
})

describe('a report does not exist for who was not granted it, whatever their role', () => {
  test.each(named('reader'))('%s', async (route, rule) => {
    if (rule.to !== 'reader') return
    for (const actor of actors.filter(({ role }) => role !== 'contactPerson')) {
      const answers = [real['report'], randomUUID()].map((report) => ask(actor, route, { report }, rule.body))
      const [there, nowhere] = await Promise.all(answers)
      expect(there, actor.name).toBe(nowhere)
      if (actor.isOut) expect(there, actor.name).toBe('not-signed-in')
      // With a body of the right shape, or none, nothing but the report can be refused.
      else if (route.startsWith('GET') || rule.body !== null) expect(there, actor.name).toBe('report-unknown')
    }
  })

  test('and it does for who was', async () => {
    const { api } = await signInAs(school, 'aanspreekpunt')
    expect(await ask({ api }, 'GET /api/team/reports/:site/:report', {})).toBe('through')
    expect(await ask({ api }, 'PUT /api/team/reports/:site/:report/read', {}, { sequence: 1 })).toBe('through')
  })
})

describe('a dossier does not exist for who was not granted it, whatever their role', () => {
  test.each(named('dossier reader'))('%s', async (route, rule) => {
    if (rule.to !== 'dossier reader') return
    for (const actor of actors) {
      const answers = [real['dossier'], randomUUID()].map((dossier) => ask(actor, route, { dossier }, rule.body))
      const [there, nowhere] = await Promise.all(answers)
      expect(there, actor.name).toBe(nowhere)
      if (actor.isOut) expect(there, actor.name).toBe('not-signed-in')
      else if (route.startsWith('GET') || rule.body !== null) expect(there, actor.name).toBe('dossier-unknown')
    }
  })

  test('and it does for who was', async () => {
    const { api } = await signInAs(school, 'aanspreekpunt')
    expect(await ask({ api }, 'GET /api/team/dossiers/:site/:dossier', {})).toBe('through')
  })
})
