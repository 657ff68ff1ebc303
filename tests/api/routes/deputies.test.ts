import { and, eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { absences, functionKeys, memberships } from '../../../db/schema/index.ts'
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
import { atDesk, letInAs } from '../../support/office.ts'
import type { School } from '../../support/school.ts'
import { accepted } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'

const refusedWith = (refusal: string) => ({ ok: false, refusal })

const retiredOn = async ({ deps: { db } }: School, role: 'bullyingCoordinator') => {
  const keys = await db
    .select()
    .from(functionKeys)
    .where(and(eq(functionKeys.siteId, 'ede'), eq(functionKeys.role, role)))
    .orderBy(functionKeys.generation)
  return keys.at(-1)?.retiredOn
}

describe('a deputy of a function', () => {
  test('reads for a time, and nothing new after it', async () => {
    const school = await newSchool()
    const { api } = await atDesk(school, 'coordinator')
    const deputy = holderOf(school, 'mentor')
    await accepted(api.planDeputy('ede', { deputy, firstDay: today, lastDay: tomorrow }))
    await letInAs(school, 'coordinator', 'bullyingCoordinator', deputy)
    // The certificate names lasting members only, so nothing waits for the director.
    const { report } = await tell(school, ['bullyingCoordinator'])
    const standIn = await colleague(school, 'mentor')
    expect((await openReport(standIn, { site: 'ede', report })).conversation.entries).toHaveLength(1)

    expect(await endOn(school, tomorrow)).toBe(0)
    expect(await endOn(school, nextDay)).toBe(1)
    expect(await endOn(school, nextDay)).toBe(0)
    school.standOn(nextDay)
    await expect(openReport(standIn, { site: 'ede', report })).rejects.toThrow('report-unknown')
    expect(await isKeyDue(school, report)).toBe(true)
    expect(await retiredOn(school, 'bullyingCoordinator')).toBe(nextDay)
    const { db } = school.deps
    expect(await db.select().from(absences)).toEqual([])
    const held = await db.select().from(memberships).where(eq(memberships.staffId, deputy))
    expect(held.map(({ role }) => role)).toEqual(['mentor'])
  })

  test('who is planned has the key laid ready, and it is given out on the first day', async () => {
    const school = await newSchool()
    const { api } = await atDesk(school, 'coordinator')
    const deputy = holderOf(school, 'mentor')
    await accepted(api.planDeputy('ede', { deputy, firstDay: nextDay, lastDay: dayAfter }))
    await letInAs(school, 'coordinator', 'bullyingCoordinator', deputy)
    const { report } = await tell(school, ['bullyingCoordinator'])
    const standIn = await colleague(school, 'mentor')
    const functionsOfDeputy = async () =>
      (await accepted(ask(standIn.api.client.team.me.$get()))).sites.flatMap(({ functions }) => functions)
    const offered = async () =>
      (await accepted(ask(school.api.client.sites[':site'].readers.$get({ param: { site: 'ede' } })))).functions.find(
        ({ role }) => role === 'bullyingCoordinator',
      )?.deputies
    expect(await functionsOfDeputy()).toEqual([])
    expect(await workList(standIn)).not.toContain(report)
    await expect(openReport(standIn, { site: 'ede', report })).rejects.toThrow('report-unknown')
    expect(await offered()).toEqual([])

    school.standOn(nextDay)
    const begun = await colleague(school, 'mentor')
    expect(await workList(begun)).toContain(report)
    expect((await openReport(begun, { site: 'ede', report })).conversation.entries).toHaveLength(1)
    expect(await offered()).toMatchObject([{ holder: deputy, name: 'Mo Meijer' }])
  })

  test('called off before the first day needs no new key', async () => {
    const school = await newSchool()
    const { api } = await atDesk(school, 'coordinator')
    const deputy = holderOf(school, 'mentor')
    await accepted(api.planDeputy('ede', { deputy, firstDay: nextDay, lastDay: dayAfter }))
    await letInAs(school, 'coordinator', 'bullyingCoordinator', deputy)
    await accepted(api.endDeputies('ede'))
    expect(await retiredOn(school, 'bullyingCoordinator')).toBeNull()
    const { office } = await atDesk(school, 'coordinator')
    const [newest] = office.view.functions.find(({ role }) => role === 'bullyingCoordinator')?.generations ?? []
    expect(newest?.keyHolders).toEqual([office.holder])
    const held = await school.deps.db.select().from(memberships).where(eq(memberships.staffId, deputy))
    expect(held.map(({ role }) => role)).toEqual(['mentor'])
  })

  test('stops when the other is back', async () => {
    const school = await newSchool()
    const { api } = await atDesk(school, 'coordinator')
    const deputy = holderOf(school, 'mentor')
    await accepted(api.planDeputy('ede', { deputy, firstDay: today, lastDay: tomorrow }))
    expect(await accepted(api.deputies('ede'))).toMatchObject([{ name: 'Mo Meijer', lastDay: tomorrow }])
    await accepted(api.endDeputies('ede'))
    expect(await accepted(api.deputies('ede'))).toEqual([])
    const held = await school.deps.db.select().from(memberships).where(eq(memberships.staffId, deputy))
    expect(held.map(({ role }) => role)).toEqual(['mentor'])
  })
})

describe('planning an absence', () => {
  test('is refused for days that are over, twice, and with somebody who is away then', async () => {
    const school = await newSchool()
    const { api, deputy, absent } = await planAsMentor(school, tomorrow, nextDay)
    const again = { deputy, firstDay: today, lastDay: today } as const
    expect(await api.planDeputy('ede', again)).toEqual(refusedWith('absence-there'))
    const other = await atDesk(school, 'coordinator')
    const past = { deputy: absent, firstDay: '2026-11-23', lastDay: tomorrow }
    expect(await other.api.planDeputy('ede', past)).toEqual(refusedWith('input-malformed'))
    const meanwhile = { deputy: absent, firstDay: today, lastDay: tomorrow }
    expect(await other.api.planDeputy('ede', meanwhile)).toEqual(refusedWith('deputy-away'))
    await accepted(other.api.planDeputy('ede', { ...meanwhile, lastDay: today }))
  })

  test('says nothing to reporters before the first day', async () => {
    const school = await newSchool()
    const { absent } = await planAsMentor(school, tomorrow, nextDay)
    const search = school.api.client.sites[':site']['staff-search']
    const [found] = await accepted(ask(search.$post({ param: { site: 'ede' }, json: { holders: [absent] } })))
    expect(found?.away).toBeNull()
  })

  test('can be moved; once begun, only its end', async () => {
    const school = await newSchool()
    const { api } = await atDesk(school, 'coordinator')
    const deputy = holderOf(school, 'mentor')
    expect(await api.moveDeputy('ede', { firstDay: today, lastDay: today })).toEqual(refusedWith('absence-unknown'))
    await accepted(api.planDeputy('ede', { deputy, firstDay: nextDay, lastDay: dayAfter }))
    await accepted(api.moveDeputy('ede', { firstDay: tomorrow, lastDay: nextDay }))
    const { db } = school.deps
    const isDeputy = and(eq(memberships.staffId, deputy), eq(memberships.role, 'bullyingCoordinator'))
    expect(await db.select().from(memberships).where(isDeputy)).toMatchObject([{ since: tomorrow, until: nextDay }])
    school.standOn(tomorrow)
    expect(await api.moveDeputy('ede', { firstDay: nextDay, lastDay: nextDay })).toEqual(refusedWith('input-malformed'))
    await accepted(api.moveDeputy('ede', { firstDay: tomorrow, lastDay: dayAfter }))
    expect(await accepted(api.deputies('ede'))).toMatchObject([{ firstDay: tomorrow, lastDay: dayAfter }])
  })
})
