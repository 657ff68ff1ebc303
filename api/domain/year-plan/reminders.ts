import { addSchoolDays, type SchoolCalendar } from '../calendar.ts'
import type { LocalDate } from '../local-date.ts'
import type { MailReader } from '../mail-readers.ts'
import { rolesMay } from '../permissions.ts'
import { schoolDaysEarlier } from '../school-year.ts'
import { mayEditPlan } from './editors.ts'
import type { ItemOwner, ItemState } from './plan.ts'

const schoolDaysAhead = 5

/** A week of school before the last day, and the first school day after it: somebody hears of it then, and not again. */
export function isReminderDay(
  { dueOn, doneOn, leftOut }: ItemState,
  today: LocalDate,
  calendar: SchoolCalendar,
): boolean {
  if (doneOn !== null || leftOut !== null) return false
  return today === schoolDaysEarlier(dueOn, schoolDaysAhead, calendar) || today === addSchoolDays(dueOn, 1, calendar)
}

/**
 * The accounts that hear of an item. An owner who cannot open the plan would find nothing behind the mail, so then
 * whoever keeps the plan hears of it, and tells the owner.
 *
 * @param staff - of the site of the plan.
 */
export function accountsToRemind(owner: ItemOwner, staff: readonly MailReader[]): readonly string[] {
  const owners = staff.filter(({ holder, roles }) =>
    'holder' in owner ? holder === owner.holder : roles.includes(owner.role),
  )
  const able = owners.filter(({ roles }) => rolesMay(roles, 'see-year-plan'))
  const held = new Set(staff.flatMap(({ roles }) => roles))
  const told = able.length > 0 ? able : staff.filter(({ roles }) => mayEditPlan(roles, held))
  return [...new Set(told.map(({ account }) => account))]
}
