import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Refusal, refusalStatus } from '../../../api/http/refusals.ts'
import { newReporter, sealSubmission, submit } from '../../support/reporter.ts'
import { openSchool, type School } from '../../support/school.ts'
import { apiOf, type SchoolApi } from '../../support/school-api.ts'
import { signInAs } from '../../support/staff.ts'
import { codeHeaders } from '../../support/writing.ts'

let school: School
let staffApi: SchoolApi
let code: string
let draft: string
let submission: object
let report: string
let paths: Paths
beforeAll(async () => {
  school = await openSchool()
  const { cookie } = await signInAs(school, 'vertrouwenspersoon')
  staffApi = apiOf(school.app.fetch, { cookie })
  const reporter = await newReporter(school.api)
  await submit(reporter, { to: ['confidentialAdviser'], story: 'Het begin.', draft: await school.openDraft('ede') })
  report = reporter.report
  code = codeHeaders(reporter.keys).authorization
  draft = `Draft ${await school.openDraft('ede')}`
  paths = ((await (await school.api.send('/api/openapi.json')).json()) as { paths: Paths }).paths
  submission = await sealSubmission(await newReporter(school.api), { to: ['contactPerson'], story: 'Nog niet.' })
})
afterAll(() => school.close())

/** Things that break parsers, queries and comparisons. */
const nastyText = fc.constantFrom(
  ...[
    '',
    ' ',
    'ab\u0000cd',
    '\ud800\ud800',
    '%',
    '%00',
    "'",
    "';--",
    '\\',
    '../..',
    '__proto__',
    'constructor',
    'NaN',
    '1e309',
  ],
  ...['A'.repeat(100_000), '𝔸'.repeat(100), '\u202e', '0'.repeat(400), '-1', '1.5'],
)
const nastyValue = fc.constantFrom<unknown>(
  ...[0, -0, -1, 1.5, 2 ** 31, 2 ** 53, 1e308, true, false, null, [], {}, [[]], { refusal: 'x' }],
)
const anything = fc.oneof(nastyText, nastyValue, fc.jsonValue())
const segment = fc.oneof(nastyText, fc.string(), fc.uuid(), fc.constantFrom('ede', 'parijs', '0', '1'))

/** A body that is nearly right: some of its fields are changed, taken out or added. */
const spoiled = (good: object) =>
  fc
    .array(
      fc.tuple(fc.constantFrom(...Object.keys(good), 'extra', '__proto__'), fc.option(anything, { nil: undefined })),
      { minLength: 1, maxLength: 3 },
    )
    .map((changes) => JSON.stringify({ ...good, ...Object.fromEntries(changes) }))

const bodyOf = ({ method, good }: Route): fc.Arbitrary<string | undefined> => {
  if (good)
    return fc.oneof(
      spoiled(good()),
      anything.map((value) => JSON.stringify(value)),
      fc.string(),
    )
  return method === 'PUT' ? fc.string() : fc.constant(undefined)
}

const typeOf = ({ good }: Route) =>
  fc.oneof(
    { weight: 5, arbitrary: fc.constant(good ? 'application/json' : 'application/octet-stream') },
    { weight: 1, arbitrary: fc.constantFrom('application/json; charset=utf-8', 'text/plain', 'application/json') },
  )

const authorizations = () =>
  fc.constantFrom<string | undefined>(undefined, code, draft, 'Code', 'Draft ', `Code ${'A'.repeat(66)}`)

type Route = Readonly<{ method: string; path: readonly (string | null)[]; good?: () => object; staff?: true }>

/** `null` in a path is for the test to fill. */
const routes: readonly Route[] = [
  { method: 'GET', path: ['sites', null, 'readers'] },
  { method: 'POST', path: ['sites', null, 'staff-search'], good: () => ({ name: 'Mia' }) },
  { method: 'GET', path: ['sites', null, 'challenge'] },
  { method: 'POST', path: ['sites', null, 'drafts'], good: () => ({ solution: { challenge: {}, solution: {} } }) },
  { method: 'PUT', path: ['draft', 'attachments', null, 'chunks', null] },
  { method: 'DELETE', path: ['draft', 'attachments', null] },
  { method: 'POST', path: ['reports'], good: () => submission },
  { method: 'GET', path: ['conversation'] },
  {
    method: 'POST',
    path: ['conversation', 'messages'],
    good: () => ({ id: crypto.randomUUID(), epoch: 1, sealed: 'A'.repeat(200), attachments: [] }),
  },
  {
    method: 'POST',
    path: ['conversation', 'epochs'],
    good: () => ({ epoch: 2, announcement: {}, reporterGrant: '', grants: [] }),
  },
  { method: 'GET', path: ['conversation', 'attachments', null, 'chunks', null] },
  {
    method: 'POST',
    path: ['auth', 'sign-in', 'email'],
    good: () => ({ email: 'a@school.test', password: 'A'.repeat(43) }),
  },
  { method: 'GET', path: ['auth', 'get-session'] },
  { method: 'POST', path: ['auth', 'two-factor', 'verify'], good: () => ({ code: '123456' }) },
  { method: 'POST', path: ['auth', 'passkey', 'options'] },
  { method: 'POST', path: ['auth', 'passkey', 'verify'], good: usedPasskey },
  {
    method: 'POST',
    path: ['team', 'account', 'second-factor', 'confirm'],
    good: () => ({ code: '123456' }),
    staff: true,
  },
  { method: 'POST', path: ['team', 'account', 'second-factor', 'off'], good: () => ({ code: '123456' }), staff: true },
  { method: 'POST', path: ['team', 'account', 'passkeys'], good: madePasskey, staff: true },
  { method: 'PUT', path: ['team', 'account', 'passkeys', null], good: () => ({ name: 'Telefoon' }), staff: true },
  { method: 'DELETE', path: ['team', 'account', 'passkeys', null], staff: true },
  { method: 'GET', path: ['team', 'account', 'passkey-boxes', null], staff: true },
  { method: 'GET', path: ['team', 'reports', null, null], staff: true },
  { method: 'PUT', path: ['team', 'reports', null, null, 'read'], good: () => ({ sequence: 1 }), staff: true },
  {
    method: 'POST',
    path: ['team', 'reports', null, null, 'messages'],
    good: () => ({ id: crypto.randomUUID(), epoch: 1, sealed: 'A'.repeat(200) }),
    staff: true,
  },
  { method: 'GET', path: ['team', 'reports', null, null, 'attachments', null, 'chunks', null], staff: true },
]

const passkey = { id: 'AAAA', rawId: 'AAAA', type: 'public-key', clientExtensionResults: {} }
function usedPasskey() {
  return { ...passkey, response: { clientDataJSON: 'e30', authenticatorData: 'AAAA', signature: 'AAAA' } }
}
function madePasskey() {
  const response = { clientDataJSON: 'e30', attestationObject: 'oA', transports: ['internal'] }
  return { name: 'Telefoon', credential: { ...passkey, response } }
}

const literals = new Set<string>(Object.keys(refusalStatus))

/** What the guards before every route can answer; each route describes only its own. */
const ofEveryRoute = ['not-json', 'origin-foreign', 'too-large', 'not-found']

/** No fault of the program, and a refusal that says one known word and nothing of what was sent. */
async function expectSensible(response: Response, described: string): Promise<void> {
  expect(response.status).toBeLessThan(500)
  const text = await response.text()
  if (response.ok) return
  const told = JSON.parse(text) as { refusal: Refusal; seconds?: number }
  expect(literals).toContain(told.refusal)
  expect(response.status).toBe(refusalStatus[told.refusal])
  expect(Object.keys(told).filter((key) => key !== 'seconds')).toEqual(['refusal'])
  if (!ofEveryRoute.includes(told.refusal)) expect(described).toContain(`"${told.refusal}"`)
}

type Paths = Readonly<Record<string, Readonly<Record<string, { responses: object }>>>>

/** What the OpenAPI document says that a route answers. */
function describedAnswers(paths: Paths, { method, path }: Route): string {
  const [found] = Object.entries(paths).filter(([pattern]) => {
    const parts = pattern.replace('/api/', '').split('/')
    return (
      parts.length === path.length && parts.every((part, index) => path[index] === (/^\{/.test(part) ? null : part))
    )
  })
  return JSON.stringify(
    found?.[1][method.toLowerCase()]?.responses ?? expect.fail(`${method} ${path} is not described`),
  )
}

function requestOf(
  route: Route,
  segments: string[],
  body: string | undefined,
  authorization: string | undefined,
  type: string,
) {
  const filled = route.path.map((part, index) => part ?? encodeURIComponent((segments[index] ?? '').toWellFormed()))
  const headers = { ...(authorization && { authorization }), ...(body !== undefined && { 'content-type': type }) }
  return [`/api/${filled.join('/')}`, { method: route.method, headers, ...(body !== undefined && { body }) }] as const
}

const nameOf = ({ method, path }: Route) => `${method} /${path.map((part) => part ?? '*').join('/')}`

describe('whatever comes in, the answer is sensible:', () => {
  test.each(routes.map((route) => [nameOf(route), route] as const))('%s', async (_, route) => {
    const api = route.staff ? staffApi : school.api
    const segments = fc.array(segment, { minLength: 8, maxLength: 8 })
    const described = describedAnswers(paths, route)
    await fc.assert(
      fc.asyncProperty(segments, bodyOf(route), authorizations(), typeOf(route), async (...parts) => {
        await expectSensible(await api.send(...requestOf(route, ...parts)), described)
      }),
      { numRuns: 150 },
    )
  })

  test('after all of it the report that was there is as it was, and no other came', async () => {
    const list = (await (await staffApi.send('/api/team/reports')).json()) as { reports: { report: string }[] }
    expect(list.reports.map((row) => row.report)).toEqual([report])
  })
})
