import type { Database } from '../../db/connect.ts'
import type { SchoolCalendar } from '../domain/calendar.ts'
import { addDays, type LocalDate } from '../domain/local-date.ts'
import type { MailReader } from '../domain/mail-readers.ts'
import { accountsToRemind, isReminderDay } from '../domain/year-plan/reminders.ts'
import { queueMail } from './mails.ts'
import { listToDo } from './year-plans.ts'

/** No item has its reminder further away than a summer and a week of school. */
const widestBreak = 70

/**
 * One mail a day for everybody with something in the yearly plan whose day comes near, or went by.
 *
 * @returns the accounts that get one now.
 */
export async function queuePlanMails(
  tx: Database,
  open: ReadonlyMap<string, Readonly<{ calendar: SchoolCalendar }>>,
  staff: readonly MailReader[],
  { day, dueAt }: Readonly<{ day: LocalDate; dueAt: Date }>,
): Promise<readonly string[]> {
  const accounts = new Set<string>()
  const [from, to] = [addDays(day, -widestBreak), addDays(day, widestBreak)]
  for (const item of await listToDo(tx, [...open.keys()], from, to)) {
    if (!isReminderDay(item, day, open.get(item.site)?.calendar ?? [])) continue
    const here = staff.filter(({ site }) => site === item.site)
    for (const account of accountsToRemind(item.owner, here)) accounts.add(account)
  }
  const told: string[] = []
  for (const account of accounts) {
    const isNew = await queueMail(tx, { kind: 'task', account, occasion: `plan:${account}:${day}`, dueAt })
    if (isNew) told.push(account)
  }
  return told
}
