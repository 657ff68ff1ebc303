import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { localDate } from '../../../api/domain/local-date.ts'
import { ask } from '../../../web/client.ts'
import { answer, type Colleague, openReport, readAsColleague } from '../../support/colleague.ts'
import { shareWith } from '../../support/handing-on.ts'
import type { Reporter } from '../../support/reporter.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'
import { accepted, refused } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'
import { leaveOut, writeBack } from '../../support/writing.ts'

let school: School
let vera: Colleague
let victor: Colleague
beforeAll(async () => {
  school = await openSchool()
  vera = await colleague(school, 'vertrouwenspersoon')
  victor = await colleague(school, 'vertrouwenspersoon2')
})
afterAll(() => school.close())

describe('the line of a report', () => {
  const lineOf = ({ api }: Colleague, reporter: Reporter) =>
    accepted(ask(api.client.team.reports[':site'][':report'].line.$get({ param: placeOf(reporter) })))

  test('is the report alone, with the key that opens it, and not the conversation', async () => {
    const reporter = await told(school, ['confidentialAdviser'], { files: [randomBytes(10)] })
    await answer(vera, placeOf(reporter), { text: 'Ik lees het.', on: ordinaryDay })
    await leaveOut(reporter, ['confidentialAdviser', holderOf(school, 'coordinator')])
    await writeBack(reporter, 'En nog iets.')
    const line = await lineOf(victor, reporter)
    expect(Object.keys(line).sort()).toEqual(['certificates', 'grants', 'messages', 'report', 'site', 'siteKey'])
    expect(line.messages).toHaveLength(1)
    expect(line.grants).toMatchObject([{ epoch: 1, holder: 'confidentialAdviser' }])
    const { entries, warnings } = await readAsColleague(victor, line)
    expect(entries).toMatchObject([{ purpose: 'report', body: { story: 'Het begin.' } }])
    expect(warnings).toEqual([])
    const { stored } = await openReport(victor, placeOf(reporter))
    expect(JSON.stringify(line).length).toBeLessThan(JSON.stringify(stored).length / 2)
  })

  test('does not exist for whom the report does not exist', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await leaveOut(reporter, [holderOf(school, 'vertrouwenspersoon')])
    const others = ['coordinator', 'mentor', 'beheerder'].map((who) => colleague(school, who))
    const alma = await colleague(school, 'vertrouwenspersoon', 'almere')
    for (const { api } of [victor, alma, ...(await Promise.all(others))]) {
      for (const report of [reporter.report, randomUUID()]) {
        const response = await api.send(`/api/team/reports/ede/${report}/line`)
        expect({ status: response.status, body: await response.json() }).toEqual(refused(404, 'report-unknown'))
      }
    }
    expect((await lineOf(vera, reporter)).messages).toHaveLength(1)
    const nobody = await school.api.send(`/api/team/reports/ede/${reporter.report}/line`)
    expect({ status: nobody.status, body: await nobody.json() }).toEqual(refused(401, 'not-signed-in'))
  })
})

describe('the day by which an answer is due', () => {
  const dueOf = async (who: Colleague, { report }: Reporter) => {
    const { reports } = await accepted(ask(who.api.client.team.reports.$get({ query: {} })))
    return reports.find((row) => row.report === report)?.due
  }

  test('is in the list until school has answered, and again when the reporter writes back', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    expect(await dueOf(vera, reporter)).toEqual({ by: '2026-11-26', schoolDays: 2 })
    await answer(vera, placeOf(reporter), { text: '', on: ordinaryDay, state: 'read' })
    expect(await dueOf(vera, reporter)).toEqual({ by: '2026-11-26', schoolDays: 2 })
    await answer(victor, placeOf(reporter), { text: 'Kom je morgen langs?', on: ordinaryDay })
    expect(await dueOf(vera, reporter)).toBeNull()

    school.standOn(localDate('2026-11-27'))
    await writeBack(reporter, 'Dat durf ik niet.')
    school.standOn(localDate('2026-12-04'))
    expect(await dueOf(vera, reporter)).toEqual({ by: '2026-12-01', schoolDays: 3 })
    expect((await openReport(vera, placeOf(reporter))).stored).toMatchObject({
      due: { by: '2026-12-01', schoolDays: 3 },
    })
    school.standOn(ordinaryDay)
  })

  test('stays where it is when the report is shared or somebody is left out, because nobody got an answer by that', async () => {
    const reporter = await told(school, ['confidentialAdviser', 'contactPerson'])
    school.standOn(localDate('2026-11-25'))
    await shareWith(vera, placeOf(reporter), 'bullyingCoordinator')
    await leaveOut(reporter, ['confidentialAdviser', 'bullyingCoordinator'])
    expect(await dueOf(vera, reporter)).toEqual({ by: '2026-11-26', schoolDays: 1 })
    expect((await openReport(vera, placeOf(reporter))).stored).toMatchObject({
      due: { by: '2026-11-26', schoolDays: 1 },
    })
    school.standOn(ordinaryDay)
  })

  test('is in no row of a closed report', async () => {
    const reporter = await told(school, ['confidentialAdviser'])
    await answer(vera, placeOf(reporter), { text: '', on: ordinaryDay, state: 'closed' })
    expect(await dueOf(vera, reporter)).toBeNull()
  })
})
