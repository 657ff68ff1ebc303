import { eq } from 'drizzle-orm'
import { Hono } from 'hono'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { proofOfWork } from '../../../api/domain/proof-of-work.ts'
import { makeBuckets } from '../../../api/http/buckets.ts'
import { draftRoutes } from '../../../api/routes/drafts.ts'
import { drafts, sites, spentSolutions } from '../../../db/schema/index.ts'
import { solve } from '../../support/draft.ts'
import { openSchool, type School } from '../../support/school.ts'
import { apiOf, refused, type SchoolApi, sendJson } from '../../support/school-api.ts'

let school: School
/** A process of its own for each test: how busy a site is lives in its memory. */
let api: SchoolApi
let clockAhead = 0
beforeAll(async () => {
  school = await openSchool()
})
afterAll(() => school.close())
beforeEach(() => {
  clockAhead = 0
  const { clock } = school.deps
  const now = () => new Date(clock.now().getTime() + clockAhead)
  const app = createApp({ ...school.deps, clock: { ...clock, now } })
  api = apiOf((request) => app.fetch(request))
})

const open = (solution: unknown, site = 'ede', at = api) =>
  sendJson(at, 'POST', `/api/sites/${site}/drafts`, { solution })

describe('a solved challenge', () => {
  test('opens one draft, of which only a hash is kept', async () => {
    const { status, body } = await open(await solve(api, 'ede'))
    expect(status).toBe(201)
    const { draft } = body as { draft: string }
    expect(Buffer.from(draft, 'base64url')).toHaveLength(32)
    const rows = await school.deps.db.select().from(drafts)
    expect(rows).toContainEqual(expect.objectContaining({ siteId: 'ede', openedOn: '2026-11-24', reportId: null }))
    expect(JSON.stringify(rows)).not.toContain(draft)
  })

  test('counts once', async () => {
    const solution = await solve(api, 'ede')
    expect((await open(solution)).status).toBe(201)
    expect(await open(solution)).toEqual(refused(403, 'solution-spent'))
  })

  test('counts once, also when it is sent ten times at the same moment', async () => {
    const solution = await solve(api, 'ede')
    const answers = await Promise.all(Array.from({ length: 10 }, () => open(solution)))
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1)
    expect(answers.filter(({ status }) => status === 403)).toHaveLength(9)
  })

  test('counts at its own site only', async () => {
    expect(await open(await solve(api, 'ede'), 'almere')).toEqual(refused(403, 'solution-refused'))
  })

  test('counts for two hours, and is remembered as spent by its day alone', async () => {
    const solution = await solve(api, 'ede')
    clockAhead = (proofOfWork.minutesValid * 60 - 1) * 1000
    expect((await open(solution)).status).toBe(201)
    const late = await solve(api, 'ede')
    clockAhead += proofOfWork.minutesValid * 60 * 1000
    expect(await open(late)).toEqual(refused(403, 'solution-refused'))
    const [row] = await school.deps.db.select().from(spentSolutions)
    expect(row?.spentOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
  })

  test('counts in another process of the same school', async () => {
    expect((await open(await solve(api, 'ede'), 'ede', school.api)).status).toBe(201)
  })
})

describe('what is refused', () => {
  test('a wrong answer, and an answer nobody worked for', async () => {
    const { challenge, solution } = await solve(api, 'ede')
    const other = { ...solution, derivedKey: '00'.repeat(32) }
    expect(await open({ challenge, solution: other })).toEqual(refused(403, 'solution-refused'))
    expect(await open({ challenge, solution: { ...solution, derivedKey: challenge.parameters.keyPrefix } })).toEqual(
      refused(403, 'solution-refused'),
    )
  })

  test('a challenge that was made lighter, longer valid, or for another site', async () => {
    const { challenge, solution } = await solve(api, 'ede')
    const change = (data: object) => ({
      challenge: {
        ...challenge,
        parameters: { ...challenge.parameters, data: { ...challenge.parameters.data, ...data } },
      },
      solution,
    })
    for (const data of [{ doublings: 10 }, { until: 9_999_999_999 }, { site: 'almere' }]) {
      expect(await open(change(data), 'site' in data ? 'almere' : 'ede')).toEqual(refused(403, 'solution-refused'))
    }
  })

  test('a challenge of another school', async () => {
    const instance = { ...school.deps.instance, secret: 'another secret altogether' }
    const elsewhere = createApp({ ...school.deps, instance })
    const solution = await solve(
      apiOf((request) => elsewhere.fetch(request)),
      'ede',
    )
    expect(await open(solution)).toEqual(refused(403, 'solution-refused'))
  })

  test.each([undefined, null, 12, 'solved', {}, [], { challenge: {}, solution: {} }])('%j', async (solution) => {
    expect(await open(solution)).toEqual(refused(400, 'input-malformed'))
  })

  test('a site that is not there, or has no key yet', async () => {
    expect(await open(await solve(api, 'ede'), 'parijs')).toEqual(refused(404, 'site-unknown'))
    expect((await api.send('/api/sites/parijs/challenge')).status).toBe(404)
    await school.deps.db.update(sites).set({ siteKey: null }).where(eq(sites.id, 'almere'))
    const closed = await open(await solve(api, 'almere'), 'almere')
    await school.deps.db.update(sites).set({ siteKey: school.otherSite.siteKey }).where(eq(sites.id, 'almere'))
    expect(closed).toEqual(refused(422, 'site-closed'))
  })

  test('everything, when the disk is nearly full', async () => {
    const full = createApp({ ...school.deps, hasFreeSpace: async () => false })
    const solution = await solve(api, 'ede')
    expect(
      await open(
        solution,
        'ede',
        apiOf((request) => full.fetch(request)),
      ),
    ).toEqual(refused(507, 'storage-full'))
  })
})

describe('a busy site', () => {
  const doublings = async (at: SchoolApi, site: string) => {
    const response = await at.send(`/api/sites/${site}/challenge`)
    return ((await response.json()) as { parameters: { data: { doublings: number } } }).parameters.data.doublings
  }

  test('asks more of everybody, alone among the sites, and is calm again later', async () => {
    let later = 0
    const now = () => new Date(school.deps.clock.now().getTime() + later)
    const buckets = makeBuckets(proofOfWork, now)
    const busy = draftRoutes(school.deps, buckets)
    const there = apiOf((request) => new Hono().route('/api', busy).fetch(request))

    buckets.rise('ede', 89)
    const beforeTheRush = await solve(there, 'ede')
    expect((await open(await solve(there, 'ede'), 'ede', there)).status).toBe(201)
    expect(await doublings(there, 'ede')).toBe(1)
    expect(await doublings(there, 'almere')).toBe(0)

    buckets.rise('ede', 60)
    expect(await doublings(there, 'ede')).toBe(3)
    expect(await open(beforeTheRush, 'ede', there)).toEqual(refused(403, 'solution-refused'))

    later = 6 * 3_600_000
    expect(await doublings(there, 'ede')).toBe(0)
  })
})
