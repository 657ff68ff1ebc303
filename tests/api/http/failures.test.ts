import { sql } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import type { LogFacts } from '../../../api/http/log.ts'
import { distWith } from '../../support/dist.ts'
import { newReporter, sealSubmission } from '../../support/reporter.ts'
import { type School, schoolOfThisTest } from '../../support/school.ts'
import { apiOf } from '../../support/school-api.ts'

type Line = Readonly<{ event: string; facts: LogFacts | undefined }>

/** A program on this school whose log and stops can be read. */
function watched(school: School) {
  const lines: Line[] = []
  const write = (event: string, facts?: LogFacts) => void lines.push({ event, facts })
  let stops = 0
  const onEngineStopped = () => {
    stops += 1
  }
  const log = { info: write, error: write }
  const dist = distWith({ '500.html': 'Het lukt nu niet', 'wie-helpt/index.html': '<!--fill:site-links-->' })
  const app = createApp({ ...school.deps, log, dist }, { onEngineStopped })
  return { app, api: apiOf((request) => app.fetch(request)), lines, stops: () => stops }
}

/** From now on the database raises this error when a report comes in. */
async function failAtReports({ deps: { db } }: School, code: string, message: string): Promise<void> {
  await db.execute(
    sql.raw(`create function fail() returns trigger language plpgsql as $$
      begin raise exception using errcode = '${code}', message = '${message}'; end $$`),
  )
  await db.execute(sql`create trigger fail before insert on reports for each row execute function fail()`)
}

async function send(school: School, api: ReturnType<typeof watched>['api']) {
  const reporter = await newReporter(api)
  const submission = await sealSubmission(reporter, { to: ['contactPerson'], story: 'verhaal' })
  const authorization = `Draft ${await school.openDraft('ede')}`
  const headers = { authorization, 'content-type': 'application/json' }
  const response = await api.send('/api/reports', { method: 'POST', headers, body: JSON.stringify(submission) })
  return [response.status, await response.json()]
}

describe('a report that the database has no room for', () => {
  test('is refused as such, and the embedded database is given up', async () => {
    const school = await schoolOfThisTest()
    const { api, lines, stops } = watched(school)
    await failAtReports(school, '53100', 'could not extend file: No space left on device')
    expect(await send(school, api)).toEqual([507, { refusal: 'storage-full' }])
    expect(lines).toEqual([{ event: 'storage full', facts: { route: '/api/reports', method: 'POST', error: '53100' } }])
    expect(stops()).toBe(1)
  })
})

describe('a report that fails for a reason nobody foresaw', () => {
  test('is refused without a word about why, and logged without a word about whom', async () => {
    const school = await schoolOfThisTest()
    const { api, lines, stops } = watched(school)
    await failAtReports(school, 'P0001', 'geheim verhaal van een leerling')
    expect(await send(school, api)).toEqual([500, { refusal: 'unexpected' }])
    expect(lines).toEqual([
      { event: 'request failed', facts: { route: '/api/reports', method: 'POST', error: 'P0001' } },
    ])
    expect(stops()).toBe(0)
  })
})

test('a page that cannot be made is the 500 page', async () => {
  const school = await schoolOfThisTest()
  const { app, lines } = watched(school)
  await school.deps.db.execute(sql`alter table sites rename to gone`)
  const response = await app.request('http://school.test/wie-helpt/')
  expect(response.status).toBe(500)
  expect(await response.text()).toBe('Het lukt nu niet')
  expect(lines.map(({ event }) => event)).toEqual(['request failed'])
})
