import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import { yearlyDays } from '../../../../api/domain/protocol/aeres-1-1/yearly-days.ts'
import { yearlyPlan } from '../../../../api/domain/protocol/aeres-1-1/yearly-plan.ts'
import { type Role, roles } from '../../../../api/domain/roles.ts'
import { mayEditPlan } from '../../../../api/domain/year-plan/editors.ts'
import { planFromProtocol, planFromYearBefore } from '../../../../api/domain/year-plan/new-plan.ts'
import { changesOf, groupOf, type PlanItem, refuseItem, sumsOf } from '../../../../api/domain/year-plan/plan.ts'
import { accountsToRemind, isReminderDay } from '../../../../api/domain/year-plan/reminders.ts'

const day = localDate
const today = day('2026-11-24')
const item = (more: Partial<PlanItem> = {}): PlanItem => ({
  ...{ id: 'parent-evening', section: '2.2.1', position: 0, version: 3, title: 'Ouderavond', asks: null },
  ...{ owner: { role: 'teamLeader' }, startsOn: null, dueOn: day('2026-11-30') },
  ...{ doneOn: null, evidence: null, leftOut: null, ...more },
})

describe('an item', () => {
  test.each([
    [{ dueOn: day('2026-11-23') }, 'late'],
    [{ dueOn: today }, 'thisMonth'],
    [{ dueOn: day('2026-11-30') }, 'thisMonth'],
    [{ dueOn: day('2026-12-01') }, 'later'],
    [{ dueOn: day('2027-11-24') }, 'later'],
    [{ dueOn: day('2026-11-23'), doneOn: today }, 'done'],
    [{ dueOn: day('2026-11-23'), leftOut: 'er is dit jaar geen eerste klas' }, 'leftOut'],
  ] as const)('with %j stands under %s', (more, group) => {
    expect(groupOf(item(more), today)).toBe(group)
  })

  test.each([
    [{}, null],
    [{ startsOn: day('2026-12-01') }, 'days-reversed'],
    [{ dueOn: day('2027-08-01') }, 'day-outside-year'],
    [{ startsOn: day('2026-07-31') }, 'day-outside-year'],
    [{ doneOn: today }, null],
    [{ doneOn: day('2026-11-25') }, 'day-ahead'],
  ] as const)('with %j is refused as %s', (more, refusal) => {
    expect(refuseItem(item(more), 2026, today)).toBe(refusal)
  })

  test('tells what differs, and nothing when nothing does', () => {
    expect(changesOf(item(), item())).toEqual([])
    expect(changesOf(item(), item({ owner: { holder: 'a' }, dueOn: day('2026-12-04') }))).toEqual(['owner', 'days'])
    expect(changesOf(item(), item({ doneOn: today, evidence: 'avond' }))).toEqual(['done', 'evidence'])
    expect(changesOf(item({ doneOn: today }), item())).toEqual(['undone'])
    expect(changesOf(item({ leftOut: 'nee' }), item())).toEqual(['back'])
  })
})

test('what is left out is in no sum', () => {
  const items = [item({ doneOn: today }), item({ dueOn: day('2026-10-01') }), item(), item({ leftOut: 'nee' })]
  expect(sumsOf(items, today)).toEqual({ done: 1, late: 1, total: 3 })
})

describe('a new plan', () => {
  const staff = { holders: new Set(['anna']), roles: new Set<Role>(['director', 'mentor', 'bullyingCoordinator']) }
  const plan = { year: 2026, calendar: [], staff }

  test('holds all the protocol asks, once each, on days of its year, with somebody able', () => {
    const made = planFromProtocol({ items: yearlyPlan, days: yearlyDays }, plan)
    expect(new Set(made.map(({ id }) => id)).size).toBe(yearlyPlan.length)
    for (const one of made) {
      expect(refuseItem(one, 2026, today), one.id).toBeNull()
      expect('role' in one.owner && staff.roles.has(one.owner.role), one.id).toBe(true)
    }
  })

  test('knows a day for everything in it', () => {
    expect(Object.keys(yearlyDays).sort()).toEqual(yearlyPlan.map(({ key }) => key).sort())
  })

  test('gives what has no day a last one of its own, and what nobody is here for to whoever keeps it', () => {
    const unheard = { key: 'a', section: '1', title: 'A', asks: 'B', owner: 'school psychologist', theme: 'C' }
    expect(planFromProtocol({ items: [unheard], days: {} }, plan)).toMatchObject([
      { dueOn: '2027-06-15', owner: { role: 'bullyingCoordinator' } },
    ])
  })

  test('that is copied has the same owners a year later and nothing done', () => {
    const before = [
      item({ owner: { holder: 'anna' }, startsOn: day('2026-11-02'), doneOn: today, evidence: 'avond' }),
      item({ id: 'own', section: null, owner: { holder: 'gone' }, leftOut: 'dit jaar niet' }),
    ]
    expect(planFromYearBefore(before, { ...plan, year: 2027 })).toEqual([
      item({ owner: { holder: 'anna' }, startsOn: day('2027-11-02'), dueOn: day('2027-11-30'), version: 1 }),
      item({
        ...{ id: 'own', section: null, owner: { role: 'bullyingCoordinator' } },
        ...{ dueOn: day('2027-11-30'), version: 1 },
      }),
    ])
  })
})

test('the coordinator keeps the plan, the director only where nobody is coordinator, and nobody else', () => {
  const withOne = new Set<Role>(['bullyingCoordinator', 'director'])
  const without = new Set<Role>(['director', 'teamLeader'])
  expect(roles.filter((role) => mayEditPlan([role], withOne))).toEqual(['bullyingCoordinator'])
  expect(roles.filter((role) => mayEditPlan([role], new Set([...without, role])))).toEqual([
    ...['bullyingCoordinator', 'director'],
  ])
})

describe('a reminder', () => {
  const holidays = [{ name: 'studiedag', firstDay: day('2026-12-01'), lastDay: day('2026-12-01') }]
  const days = (more: Partial<PlanItem> = {}) =>
    ['2026-11-20', '2026-11-23', '2026-11-24', '2026-11-30', '2026-12-01', '2026-12-02', '2026-12-03'].filter((text) =>
      isReminderDay(item(more), day(text), holidays),
    )

  test('comes five school days before the last day and on the first school day after it', () => {
    expect(days()).toEqual(['2026-11-23', '2026-12-02'])
  })

  test('does not come for what is done or left out', () => {
    expect([...days({ doneOn: today }), ...days({ leftOut: 'nee' })]).toEqual([])
  })

  test('goes to the owner who can open the plan, else to whoever keeps it', () => {
    const person = (account: string, ...held: Role[]) => ({
      ...{ site: 'ede', holder: `h-${account}`, account, roles: held, functions: [], deputy: null },
    })
    const staff = [person('coen', 'bullyingCoordinator'), person('dirk', 'director'), person('mo', 'mentor')]
    expect(accountsToRemind({ role: 'director' }, staff)).toEqual(['dirk'])
    expect(accountsToRemind({ holder: 'h-dirk' }, staff)).toEqual(['dirk'])
    expect(accountsToRemind({ role: 'mentor' }, staff)).toEqual(['coen'])
    expect(accountsToRemind({ holder: 'h-gone' }, staff.slice(1))).toEqual(['dirk'])
  })
})
