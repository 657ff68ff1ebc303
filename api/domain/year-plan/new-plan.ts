import type { SchoolCalendar } from '../calendar.ts'
import type { YearlyDays, YearlyItem } from '../protocol/yearly.ts'
import { type Role, roles } from '../roles.ts'
import { aYearLater, dayInSchoolYear, type SchoolYear, schoolDayNear } from '../school-year.ts'
import type { ItemOwner, PlanItem } from './plan.ts'

/** Who works at a site today, as far as they can see to something. */
export type SiteStaff = Readonly<{ holders: ReadonlySet<string>; roles: ReadonlySet<Role> }>

type NewPlan = Readonly<{ year: SchoolYear; calendar: SchoolCalendar; staff: SiteStaff }>

/** For what has no day of its own: before the holidays, with time to repair it. */
const wheneverDay = { startsOn: null, dueOn: '06-15' } as const

/** What the protocol wants, on school days of this year. */
export const planFromProtocol = (
  { items, days }: Readonly<{ items: readonly YearlyItem[]; days: YearlyDays }>,
  plan: NewPlan,
): readonly PlanItem[] =>
  items.map(({ key, section, title, asks, owner }, position) => {
    const { startsOn, dueOn } = days[key] ?? wheneverDay
    return {
      ...{ id: key, section, title, asks, position, version: 1 },
      ...{ owner: able(ownerNamed(owner), plan.staff), doneOn: null, evidence: null, leftOut: null },
      ...{ startsOn: startsOn === null ? null : onSchoolDay(startsOn, plan), dueOn: onSchoolDay(dueOn, plan) },
    }
  })

/**
 * The plan of the year before, a year later: the same owners as far as they still work here, nothing done yet, and what
 * was left out back in it, because a reason not to do something is of one year.
 */
export const planFromYearBefore = (items: readonly PlanItem[], { year, calendar, staff }: NewPlan) =>
  items.map((item): PlanItem => {
    const moved = (day: PlanItem['dueOn']) => schoolDayNear(aYearLater(day), year, calendar)
    return {
      ...{ ...item, version: 1, owner: able(item.owner, staff), doneOn: null, evidence: null, leftOut: null },
      ...{ startsOn: item.startsOn === null ? null : moved(item.startsOn), dueOn: moved(item.dueOn) },
    }
  })

const onSchoolDay = (monthAndDay: string, { year, calendar }: NewPlan) =>
  schoolDayNear(dayInSchoolYear(monthAndDay, year), year, calendar)

/** A protocol may name somebody whom this program has no role for: then whoever keeps the plan sees to it. */
const ownerNamed = (name: string): ItemOwner => ({ role: roles.find((role) => role === name) ?? 'bullyingCoordinator' })

/** An item that nobody can see to goes to whoever keeps the plan. */
function able(owner: ItemOwner, { holders, roles: held }: SiteStaff): ItemOwner {
  if ('holder' in owner ? holders.has(owner.holder) : held.has(owner.role)) return owner
  return { role: held.has('bullyingCoordinator') ? 'bullyingCoordinator' : 'director' }
}
