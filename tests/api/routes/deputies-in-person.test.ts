import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { grants, standIns } from '../../../db/schema/index.ts'
import { ask } from '../../../web/client.ts'
import {
  dayAfter,
  endOn,
  isKeyDue,
  newSchool,
  nextDay,
  planAsMentor,
  tell,
  today,
  tomorrow,
  workList,
} from '../../support/absence.ts'
import { openReport } from '../../support/colleague.ts'
import { shareWith } from '../../support/handing-on.ts'
import { newReporter, openByCode, sealSubmission, sendSubmission } from '../../support/reporter.ts'
import { accepted } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'

const refusedWith = (refusal: string) => ({ ok: false, refusal })

describe('a report to somebody in person', () => {
  test('that was open already is read by the deputy from the first day up to and including the last', async () => {
    const school = await newSchool()
    const { report } = await tell(school, [holderOf(school, 'mentor')])
    const place = { site: 'ede', report }
    const { mentor, deputy } = await planAsMentor(school, tomorrow, nextDay)
    await shareWith(mentor, place, deputy, true)
    const early = await colleague(school, 'coordinator')
    expect(await workList(early)).not.toContain(report)
    await expect(openReport(early, place)).rejects.toThrow('report-unknown')

    school.standOn(tomorrow)
    const standIn = await colleague(school, 'coordinator')
    expect(await workList(standIn)).toContain(report)
    expect((await openReport(standIn, place)).conversation.entries).toHaveLength(2)

    // The days count, also when no job has run.
    school.standOn(dayAfter)
    await expect(openReport(standIn, place)).rejects.toThrow('report-unknown')
    await endOn(school, dayAfter)
    const left = await school.deps.db.select().from(grants).where(eq(grants.reportId, report))
    expect(left.map(({ holderId }) => holderId)).toEqual([holderOf(school, 'mentor')])
    expect(await isKeyDue(school, report)).toBe(true)
  })

  test('that comes in meanwhile names the deputy to the reporter, goes to them too, and ends with the absence', async () => {
    const school = await newSchool()
    const { deputy, absent } = await planAsMentor(school, today, tomorrow)
    const search = school.api.client.sites[':site']['staff-search']
    const param = { site: 'ede' }
    const [found] = await accepted(ask(search.$post({ param, json: { holders: [absent] } })))
    expect(found?.away).toMatchObject({ until: tomorrow, deputy: { holder: deputy } })
    const { code, report } = await tell(school, [absent, deputy], { [deputy]: absent })
    const { stored } = await openByCode(school.api, code)
    expect(stored.away).toEqual([{ holder: absent, until: tomorrow, deputy }])
    const place = { site: 'ede', report }
    const standIn = await colleague(school, 'coordinator')
    expect((await openReport(standIn, place)).conversation.entries).toHaveLength(1)

    school.standOn(nextDay)
    expect(await endOn(school, nextDay)).toBe(1)
    await expect(openReport(standIn, place)).rejects.toThrow('report-unknown')
    const back = await openByCode(school.api, code)
    expect(back.stored).toMatchObject({ away: [], isKeyDue: true })
    expect(back.stored.readers.map(({ holder }) => holder)).toEqual([absent])
  })

  test('stays with both when the reporter chose both', async () => {
    const school = await newSchool()
    const { deputy, absent } = await planAsMentor(school, today, tomorrow)
    const { report } = await tell(school, [absent, deputy])
    school.standOn(nextDay)
    await endOn(school, nextDay)
    expect(await isKeyDue(school, report)).toBe(false)
    expect(await workList(await colleague(school, 'coordinator'))).toContain(report)
  })

  test('opens for nobody but the absent one when the absence was over before it came, and that is cleared away', async () => {
    const school = await newSchool()
    const { deputy, absent, api } = await planAsMentor(school, today, tomorrow)
    await accepted(api.endDeputies('ede'))
    const { report } = await tell(school, [absent, deputy], { [deputy]: absent })
    await expect(openReport(await colleague(school, 'coordinator'), { site: 'ede', report })).rejects.toThrow(
      'report-unknown',
    )
    await endOn(school, today)
    const left = await school.deps.db.select().from(grants).where(eq(grants.reportId, report))
    expect(left.map(({ holderId }) => holderId)).toEqual([absent])
    expect(await school.deps.db.select().from(standIns)).toEqual([])
  })

  test('is taken with a stand-in for who gets it too, and with no other', async () => {
    const school = await newSchool()
    const { deputy, absent } = await planAsMentor(school, today, tomorrow)
    const reporter = await newReporter(school.api)
    const telling = { to: [deputy], story: 'Ze wachten me op.', standIns: { [deputy]: absent } }
    const draft = await school.openDraft('ede')
    const alone = await sealSubmission(reporter, telling)
    expect(await sendSubmission(school.api, draft, alone)).toEqual(refusedWith('grants-wrong'))
    const toFunction = { ...telling, to: [deputy, 'contactPerson'], standIns: { contactPerson: deputy } }
    const wrong = await sealSubmission(reporter, toFunction)
    expect(await sendSubmission(school.api, draft, wrong)).toEqual(refusedWith('grants-wrong'))
  })
})
