import type { Database } from '../../db/connect.ts'
import type { SchoolCalendar } from '../domain/calendar.ts'
import { mayReadDossier } from '../domain/dossier/access.ts'
import { readersThere } from '../domain/dossier/readers-there.ts'
import { marksOf } from '../domain/dossier/reminder-mark.ts'
import type { MailReader } from '../domain/mail-readers.ts'
import { remindersDue } from '../domain/protocol/interpret.ts'
import { numbersFor, type SchoolProtocol } from '../domain/protocol/numbers.ts'
import { findProtocol } from '../domain/protocol/registry.ts'
import { listWatchedDossiers, markReminded, type WatchedDossier } from './dossier-reminders.ts'
import type { Moment } from './judge-entry.ts'

export type Watch = Moment & Readonly<{ school: SchoolProtocol; staff: readonly MailReader[] }>

/**
 * Writes down what has to be told about the terms of dossiers, by the protocol each was opened under.
 *
 * @returns the accounts that hear of something they have not heard of; a mail for each is up to the caller. Only of
 * people who read the dossier: to anybody else the mail would say that there is one.
 */
export async function remindOfDossiers(
  tx: Database,
  open: ReadonlyMap<string, Readonly<{ calendar: SchoolCalendar }>>,
  watch: Watch,
): Promise<readonly string[]> {
  const accounts = new Set<string>()
  // In one order, so that two rounds at once wait for each other and neither gets stuck.
  for (const site of [...open.keys()].sort()) {
    const here = watch.staff.filter((person) => person.site === site)
    for (const dossier of await listWatchedDossiers(tx, site)) {
      const told = await markReminded(tx, dossier, dueIn(dossier, here, { ...watch, ...open.get(site) }))
      for (const { holder, account } of here) if (told.includes(holder)) accounts.add(account)
    }
  }
  return [...accounts]
}

function dueIn(
  { site, epoch, holders, recused, protocol: name, entries }: WatchedDossier,
  staff: readonly MailReader[],
  { school, today, hour, calendar = [] }: Omit<Watch, 'staff'> & Readonly<{ calendar?: SchoolCalendar }>,
) {
  const protocol = findProtocol(name)
  if (!protocol) return []
  const granted = { site, epoch, recused, grants: holders.map((holder) => ({ holder, epoch })) }
  const readers = readersThere(staff.filter((person) => mayReadDossier(person, granted)))
  const numbers = numbersFor(school, name)
  return marksOf(remindersDue(protocol, entries, { calendar, today, hour, readers, numbers }))
}
