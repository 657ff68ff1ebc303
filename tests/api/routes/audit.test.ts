import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type AuditAction, wholeSchool } from '../../../api/domain/audit.ts'
import { addDays } from '../../../api/domain/local-date.ts'
import { writeAudit } from '../../../api/stores/audit.ts'
import { memberships } from '../../../db/schema/index.ts'
import { ask } from '../../../web/client.ts'
import { answer, type Colleague, openReport } from '../../support/colleague.ts'
import type { Reporter } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { accepted, refused, sendJson } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'
import { writeBack } from '../../support/writing.ts'

let school: School
let adviser: Colleague
let mentor: Colleague
let director: Colleague
let reporter: Reporter
beforeAll(async () => {
  school = await openSchool()
  await school.deps.db
    .update(memberships)
    .set({ role: 'director' })
    .where(eq(memberships.staffId, holderOf(school, 'beheerder')))
  adviser = await colleague(school, 'vertrouwenspersoon')
  mentor = await colleague(school, 'mentor')
  director = await colleague(school, 'beheerder')
  reporter = await told(school, ['confidentialAdviser'])
})
afterAll(() => school.close())

type Query = Readonly<{ account?: string; action?: AuditAction; from?: string; to?: string; after?: string }>
const logOf = ({ api }: Colleague, query: Query = {}) => accepted(ask(api.client.team.audit.$get({ query })))
const linesOf = async (who: Colleague, query?: Query) =>
  (await logOf(who, query)).rows.map(({ name, action, detail }) => [name, action, detail])
const accountOf = async (name: string) =>
  (await logOf(director)).people.find((person) => person.name === name)?.account ?? ''
const opened = async () => (await linesOf(adviser, { action: 'opened' })).map(([, , detail]) => detail)
const line = () => adviser.api.client.team.reports[':site'][':report'].line.$get({ param: placeOf(reporter) })

describe('what staff do', () => {
  test('is written down: who signed in, opened, changed and exported a report', async () => {
    await openReport(adviser, placeOf(reporter))
    await answer(adviser, placeOf(reporter), { text: 'Fijn dat je schrijft.', on: ordinaryDay })
    await answer(adviser, placeOf(reporter), { text: '', on: ordinaryDay, state: 'inProgress' })
    const exported = await adviser.api.client.team.reports[':site'][':report'].exports.$post({
      param: placeOf(reporter),
    })
    expect(exported.status).toBe(204)
    const about = (await logOf(director, { account: await accountOf('Vera Visser') })).rows
    expect(about.map(({ action, detail }) => [action, detail]).reverse()).toEqual([
      ['signed-in', 'password'],
      ['opened', null],
      ['changed', null],
      ['changed', 'inProgress'],
      ['exported', null],
    ])
    expect(about[0]).toMatchObject({
      ...{ site: 'ede', siteName: 'Ede', name: 'Vera Visser', subject: 'report', subjectId: reporter.report },
    })
  })

  test('is opening once a day, however often the page looks', async () => {
    for (let look = 0; look < 3; look += 1) await openReport(adviser, placeOf(reporter))
    expect(await opened()).toEqual([null])
    school.standOn(addDays(ordinaryDay, 1))
    adviser = await colleague(school, 'vertrouwenspersoon')
    await openReport(adviser, placeOf(reporter))
    expect(await opened()).toEqual([null, null])
  })

  test('is seeing a report in the list once, and not on the day it came, which would say when', async () => {
    school.standOn(ordinaryDay)
    await accepted(ask(line()))
    expect(await opened()).toEqual([null, null])
    for (const days of [1, 2]) {
      school.standOn(addDays(ordinaryDay, days))
      adviser = await colleague(school, 'vertrouwenspersoon')
      await accepted(ask(line()))
    }
    expect(await opened()).toEqual(['list', null, null])
    school.standOn(ordinaryDay)
  })

  test('is once a day that somebody looked what must be done now, and never for what', async () => {
    const look = () => adviser.api.client.team.reports[':site'][':report'].duties.$post({ param: placeOf(reporter) })
    expect([(await look()).status, (await look()).status]).toEqual([204, 204])
    expect((await opened()).filter((detail) => detail === 'duty')).toHaveLength(1)
    const path = `/api/team/reports/ede/${reporter.report}/duties`
    expect(await sendJson(mentor.api, 'POST', path, {})).toEqual(refused(404, 'report-unknown'))
    expect(await sendJson(adviser.api, 'POST', path, { duty: 'home' })).toEqual({ status: 204, body: null })
    expect(JSON.stringify((await logOf(director, { action: 'opened' })).rows)).not.toContain('home')
  })

  test('is nothing of what a reporter does, and nothing that did not happen', async () => {
    const before = await linesOf(director)
    await told(school, ['confidentialAdviser'])
    await writeBack(reporter, 'Dank je.')
    const path = `/api/team/reports/ede/${reporter.report}`
    expect(await sendJson(mentor.api, 'POST', `${path}/exports`, {})).toEqual(refused(404, 'report-unknown'))
    expect((await mentor.api.send(path)).status).toBe(404)
    expect(await linesOf(director)).toEqual(before)
  })
})

describe('the log shows', () => {
  test('to a director the whole site and who worked there, and nothing of another site', async () => {
    const elsewhere = await colleague(school, 'vertrouwenspersoon', 'almere')
    const log = await logOf(director)
    expect(log.sites).toEqual(['ede'])
    expect(log.rows.filter(({ site }) => site !== 'ede' && site !== wholeSchool)).toEqual([])
    expect(log.rows.map(({ name }) => name)).not.toContain('Alma Almering')
    expect(log.people.map(({ name }) => name)).toContain('Vera Visser')
    expect(log.people.map(({ name }) => name)).not.toContain('Alma Almering')
    expect(await linesOf(elsewhere)).toEqual([['Alma Almering', 'signed-in', 'password']])
  })

  test('to everybody else what they did and what was done to them, whatever they ask for', async () => {
    const mine = holderOf(school, 'mentor')
    await school.deps.db.transaction((tx) =>
      writeAudit(
        tx,
        {
          ...{ site: 'ede', account: 'somebody', action: 'appointed', subject: 'staff', subjectId: mine },
          detail: 'contactPerson',
        },
        school.deps.clock.now(),
      ),
    )
    const own = [
      [null, 'appointed', 'contactPerson'],
      ['Mo Meijer', 'signed-in', 'password'],
    ]
    expect(await linesOf(mentor)).toEqual(own)
    expect((await logOf(mentor)).people).toEqual([])
    expect(await linesOf(mentor, { account: await accountOf('Vera Visser') })).toEqual([])
    expect(await linesOf(director, { account: await accountOf('Mo Meijer') })).toEqual(own)
  })

  test('the days that were asked for, both included', async () => {
    const [day, next] = [ordinaryDay, addDays(ordinaryDay, 1)]
    const days = async (query: Query) => new Set((await logOf(director, query)).rows.map(({ at }) => at.slice(0, 10)))
    expect(await days({})).toEqual(new Set([day, next, addDays(next, 1)]))
    expect(await days({ from: next, to: next })).toEqual(new Set([next]))
    expect(await days({ from: next })).toEqual(new Set([next, addDays(next, 1)]))
    expect(await days({ to: day })).toEqual(new Set([day]))
    expect(await days({ from: addDays(next, 2) })).toEqual(new Set())
  })

  test('fifty rows a page, each row once', async () => {
    const { db, clock } = school.deps
    for (let count = 0; count < 60; count += 1) {
      const event = { site: 'ede', account: 'a', action: 'exported', subject: 'report', subjectId: `${count}` } as const
      await db.transaction((tx) => writeAudit(tx, event, clock.now()))
    }
    const first = await logOf(director, { action: 'exported' })
    const second = await logOf(director, { action: 'exported', after: first.next ?? '' })
    expect([first.rows.length, second.rows.length, second.next]).toEqual([50, 11, null])
    expect(new Set([...first.rows, ...second.rows].map(({ sequence }) => sequence)).size).toBe(61)
  })

  test('nothing for a page that is none', async () => {
    const given = await director.api.send('/api/team/audit?after=nonsense')
    expect({ status: given.status, body: await given.json() }).toEqual(refused(400, 'input-malformed'))
  })
})
