import { holdersOf, type StaffAtSite, staffSeenAt } from './access.ts'
import { addSchoolDays, type SchoolCalendar, schoolDayFrom } from './calendar.ts'
import { homeOf } from './holder-id.ts'
import type { LocalDate } from './local-date.ts'
import type { Role } from './roles.ts'

/** Somebody who works at a site and can be mailed. `deputy`: who takes their place today, when they are away. */
export type MailReader = StaffAtSite & Readonly<{ account: string; deputy: string | null }>

/** A report as far as mail is concerned: what the reporter wrote when, and how far each holder in force is with it. */
export type WaitingReport = Readonly<{
  site: string
  asked: readonly Readonly<{ sequence: number; on: LocalDate }>[]
  holders: readonly Readonly<{ holder: string; read: number; mailed: number; reminders: number }>[]
  recused: readonly string[]
}>

/** Everybody who can read it, with what they have read and been mailed about under any of their keys. */
function readersOf(report: WaitingReport, staff: readonly MailReader[]) {
  return staff
    .filter((person) => !isOut(person, report, staff))
    .flatMap((person) => {
      const asKnown = holdersOf(staffSeenAt(report.site, person))
      const mine = report.holders.filter(({ holder }) => asKnown.includes(holder))
      if (mine.length === 0) return []
      const most = (of: 'read' | 'mailed') => Math.max(...mine.map((grant) => grant[of]))
      return [{ person, read: most('read'), mailed: most('mailed') }]
    })
}

/** The accounts for which there is something they have neither opened nor been mailed about. */
export const accountsWithNews = (report: WaitingReport, staff: readonly MailReader[]): readonly string[] =>
  readersOf(report, staff)
    .filter(({ read, mailed }) => report.asked.some(({ sequence }) => sequence > Math.max(read, mailed)))
    .map(({ person }) => person.account)

/** The accounts that are mailed at once when an urgent report comes: who can read it, and who is there for them. */
export const accountsForUrgent = (report: WaitingReport, staff: readonly MailReader[]): readonly string[] => {
  const readers = readersOf(report, staff).map(({ person }) => person)
  return unique([...readers, ...readers.flatMap((person) => deputyOf(person, staff))], report, staff)
}

type Term = Readonly<{ today: LocalDate; term: number; calendar: SchoolCalendar }>

/** A message nobody opened yet: the oldest one, whom it can reach, and how many terms ago it came (2 for more as well). */
function unopenedOf(report: WaitingReport, staff: readonly MailReader[], { today, term, calendar }: Term) {
  const readers = readersOf(report, staff)
  const read = Math.max(0, ...readers.map((reader) => reader.read))
  const oldest = report.asked.find(({ sequence }) => sequence > read)
  if (!oldest) return null
  const from = schoolDayFrom(oldest.on, calendar)
  const terms = [1, 2].filter((times) => addSchoolDays(from, term * times, calendar) <= today).length
  const able = readers.map(({ person }) => person)
  const isForAdviser = isMeantForAdviser(report, staff)
  const role: Role = isForAdviser ? 'confidentialAdviser' : 'bullyingCoordinator'
  // Of the sites where somebody reads it: at another one nobody could do anything.
  const homes = new Set(able.length > 0 ? able.map(({ site }) => site) : [report.site])
  const helpers = staff.filter(({ site, roles }) => homes.has(site) && roles.includes(role))
  return { oldest, terms, able, isForAdviser, helpers }
}

/** `mark`: how far the reminders about this report are with this one; it only ever grows. */
export type Reminder = Readonly<{ mark: number; accounts: readonly string[] }>

/**
 * When nobody who can read it opened the oldest message that is new, within the term: first everybody who could, with
 * the deputy in the place of who is away; after the term once more the coordinator. What was meant for a
 * vertrouwenspersoon goes to another one instead, and never to a coordinator who cannot read it.
 */
export function reminderDue(report: WaitingReport, staff: readonly MailReader[], when: Term): Reminder | null {
  const unopened = unopenedOf(report, staff, when)
  if (!unopened) return null
  const { oldest, terms, able, isForAdviser, helpers } = unopened
  const [firstMark, secondMark] = [oldest.sequence * 2, oldest.sequence * 2 + 1]
  const done = Math.max(0, ...report.holders.map(({ reminders }) => reminders))
  const isFirstDue = terms >= 1 && done < firstMark
  const isSecondDue = terms >= 2 && done < secondMark
  if (!isFirstDue && !isSecondDue) return null

  const reminded = [...(isFirstDue ? able : []), ...(isSecondDue ? helpers : [])]
  const there = reminded.map((person) => deputyOf(person, staff)[0] ?? person)
  const isAllowed = (person: MailReader) =>
    !isForAdviser || able.includes(person) || isAdviser(person) || !person.roles.includes('bullyingCoordinator')
  return { mark: isSecondDue ? secondMark : firstMark, accounts: unique(there.filter(isAllowed), report, staff) }
}

/**
 * With whom a report lies that nobody opened in two terms, for the coordinator who is mailed about it (`account`): the
 * mail itself may say nothing, and without a name nobody can be asked. Nothing of what a vertrouwenspersoon got, of what
 * the coordinator reads themselves, or of a report they are involved in.
 *
 * @returns holders as the site of the coordinator knows them
 */
export function stalledWith(
  report: WaitingReport,
  staff: readonly MailReader[],
  { account, ...when }: Term & Readonly<{ account: string }>,
): readonly Readonly<{ site: string; holder: string }>[] {
  const unopened = unopenedOf(report, staff, when)
  if (!unopened || unopened.terms < 2 || unopened.isForAdviser) return []
  const { helpers, able } = unopened
  const told = unique(
    helpers.map((person) => deputyOf(person, staff)[0] ?? person),
    report,
    staff,
  )
  if (!told.includes(account) || able.some((person) => person.account === account)) return []
  const homes = new Set(staff.filter((person) => person.account === account).map(({ site }) => site))
  return report.holders
    .filter(({ holder }) => !report.recused.includes(holder))
    .map(({ holder }) => homeOf(report.site, holder))
    .filter(({ site }) => homes.has(site))
}

const deputyOf = ({ site, deputy }: MailReader, staff: readonly MailReader[]): readonly MailReader[] =>
  deputy === null ? [] : staff.filter((person) => person.site === site && person.holder === deputy)

/** Also when the vertrouwenspersoon was chosen by name. */
const isMeantForAdviser = ({ site, holders }: WaitingReport, staff: readonly MailReader[]): boolean =>
  holders.some(({ holder }) => {
    const home = homeOf(site, holder)
    const isThis = (person: MailReader) => person.site === home.site && person.holder === home.holder
    return home.holder === 'confidentialAdviser' || staff.some((person) => isThis(person) && isAdviser(person))
  })

const isAdviser = ({ roles }: MailReader): boolean => roles.includes('confidentialAdviser')

/** Each once, and nobody who is involved in it. */
const unique = (
  people: readonly MailReader[],
  report: WaitingReport,
  staff: readonly MailReader[],
): readonly string[] => [
  ...new Set(people.filter((person) => !isOut(person, report, staff)).map(({ account }) => account)),
]

/** Whoever stays out does so wherever else they work. */
const isOut = ({ account }: MailReader, { site, recused }: WaitingReport, staff: readonly MailReader[]): boolean =>
  staff.some((place) => place.account === account && recused.includes(staffSeenAt(site, place).holder))
