import { eq } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { classGroups } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { leaveSite } from './appointments.ts'
import { writeAudit } from './audit.ts'
import { givePosts } from './employ.ts'
import { listPeople } from './holders.ts'
import type { AppointmentRefusal } from './posts.ts'

export type NewYear = Readonly<{
  leavers: readonly string[]
  classes: readonly Readonly<{ name: string; mentors: readonly string[] }>[]
}>

/** Why the year was not turned over, and because of whom. Nothing has changed then. */
export class YearRefused extends Error {
  readonly refusal: AppointmentRefusal
  readonly holder: string
  constructor(refusal: AppointmentRefusal, holder: string) {
    super(refusal)
    this.refusal = refusal
    this.holder = holder
  }
}

/** The people of a site as the turn of the year needs them. */
export async function listForYear(db: Database, site: string, today: LocalDate) {
  const people = await listPeople(db, site, today)
  const classes = await db.select().from(classGroups).where(eq(classGroups.siteId, site))
  return people.map(({ holder, name, account, roles, recipient, certificate, hasSheet }) => ({
    ...{ holder, name, account },
    roles: roles.filter(({ until }) => until === null).map(({ role }) => role),
    classGroups: classes.filter(({ mentorId }) => mentorId === holder).map((group) => group.name),
    ...{ hasKeys: recipient !== null, hasSheet, isSigned: certificate !== null },
  }))
}

/**
 * Turns the year over at one site, all of it or nothing: new mentors, then leavers. Classes that are not named are no
 * more. A mentor without a class stays a mentor.
 * @throws YearRefused, so that the transaction undoes what was done.
 */
export async function turnYearOver(
  tx: Database,
  { site, by, today, at }: Readonly<{ site: string; by: string; today: LocalDate; at: Date }>,
  { leavers, classes }: NewYear,
): Promise<void> {
  const people = await listPeople(tx, site, today)
  for (const holder of [...leavers, ...classes.flatMap(({ mentors }) => mentors)]) {
    if (!people.some((person) => person.holder === holder)) throw new YearRefused('staff-unknown', holder)
  }
  await tx.delete(classGroups).where(eq(classGroups.siteId, site))
  const mentors = classes.flatMap(({ name, mentors: holders }) =>
    holders.map((holder) => ({ holder, place: { site, roles: ['mentor' as const], classGroups: [name] } })),
  )
  await givePosts(tx, onePlaceEach(mentors))
  for (const holder of leavers) {
    const isOwn = people.find((person) => person.holder === holder)?.account === by
    if (isOwn) throw new YearRefused('own-appointment', holder)
    const { refusal } = await leaveSite(tx, { site, holder, today })
    if (refusal !== null) throw new YearRefused(refusal, holder)
    const event = { site, account: by, action: 'removed', subject: 'staff', subjectId: holder } as const
    await writeAudit(tx, { ...event, detail: 'school-year' }, at)
  }
  const event = {
    site,
    account: by,
    action: 'changed',
    subject: 'site',
    subjectId: site,
    detail: 'school-year',
  } as const
  await writeAudit(tx, event, at)
}

type Mentor = Parameters<typeof givePosts>[1][number]

/** One row per mentor: the database takes the same function of the same person once in a statement. */
function onePlaceEach(mentors: readonly Mentor[]): readonly Mentor[] {
  const byHolder = new Map<string, Mentor>()
  for (const { holder, place } of mentors) {
    const known = byHolder.get(holder)
    const classGroups = [...(known?.place.classGroups ?? []), ...place.classGroups]
    byHolder.set(holder, { holder, place: { ...place, classGroups } })
  }
  return [...byHolder.values()]
}
