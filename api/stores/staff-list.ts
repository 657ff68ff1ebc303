import { createHash } from 'node:crypto'
import { and, asc, eq, inArray, isNull, ne, notExists } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, classGroups, memberships, staff } from '../../db/schema/index.ts'
import type { LocalDate } from '../domain/local-date.ts'
import type { Role } from '../domain/roles.ts'
import type { Difference, PlanGroup, Present, StaffListPlan } from '../domain/staff-list.ts'
import { leaveSite, removeFromPost } from './appointments.ts'
import { writeAudit } from './audit.ts'
import { employ, givePosts } from './employ.ts'
import type { AppointmentRefusal } from './posts.ts'
import { isAtWork, isInForce } from './staff.ts'

/** Everybody who works at these sites, with what they do there. Deputies' temporary functions are not on any list. */
export async function listPresent(
  db: Database,
  siteIds: readonly string[],
  today: LocalDate,
): Promise<readonly Present[]> {
  if (siteIds.length === 0) return []
  const [people, held, classes] = await Promise.all([
    db
      .select({
        ...{ account: accounts.id, name: staff.name, email: accounts.email },
        ...{ site: staff.siteId, holder: staff.id, isExternal: staff.isExternal },
      })
      .from(staff)
      .innerJoin(accounts, eq(accounts.id, staff.accountId))
      .where(and(inArray(staff.siteId, [...siteIds]), isAtWork(today)))
      .orderBy(asc(staff.siteId), asc(staff.name), asc(staff.id)),
    db
      .select()
      .from(memberships)
      .where(and(inArray(memberships.siteId, [...siteIds]), isInForce(today))),
    db
      .select()
      .from(classGroups)
      .where(inArray(classGroups.siteId, [...siteIds]))
      .orderBy(asc(classGroups.name)),
  ])
  const rolesByPlace = collected(
    held.filter(({ until }) => until === null),
    ({ siteId, staffId, role }) => [`${siteId} ${staffId}`, role],
  )
  const classesByPlace = collected(classes, ({ siteId, mentorId, name }) => [`${siteId} ${mentorId}`, name])
  return people.map(({ site, holder, ...person }) => ({
    ...{ ...person, holder },
    place: {
      site,
      roles: rolesByPlace.get(`${site} ${holder}`) ?? [],
      classGroups: classesByPlace.get(`${site} ${holder}`) ?? [],
    },
  }))
}

function collected<Row, Item>(rows: readonly Row[], read: (row: Row) => readonly [string, Item]) {
  const lists = new Map<string, Item[]>()
  for (const row of rows) {
    const [key, item] = read(row)
    const list = lists.get(key)
    if (list) list.push(item)
    else lists.set(key, [item])
  }
  return lists
}

/** Stands for one plan: equal when nothing that matters changed in between. */
export const markOf = (plan: StaffListPlan): string => createHash('sha256').update(JSON.stringify(plan)).digest('hex')

/** Somebody for whom something could not be done, and why: the rest was. */
export type LeftUndone = Readonly<{
  holder: string
  site: string
  name: string
  role: Role | null
  refusal: AppointmentRefusal
}>

type Doing = Readonly<{ by: string; at: Date; today: LocalDate; take: readonly PlanGroup[] }>

/**
 * Makes the school as the plan says, for the groups that were chosen. Whoever is the last one who can handle a report
 * stays, and is in the answer. What comes is done before what goes, so that a successor on the list counts.
 */
export async function carryOut(tx: Database, plan: StaffListPlan, doing: Doing): Promise<readonly LeftUndone[]> {
  const { take } = doing
  const moves = take.includes('moved') ? plan.moved : []
  const fresh = take.includes('fresh') ? plan.fresh : []
  const changes = take.includes('changed') ? plan.changed : []
  const employed = await employ(tx, [...fresh, ...moves.map(({ to }) => to)])
  await describeAnew(tx, changes)
  await givePosts(
    tx,
    changes.map(({ person, given }) => ({ holder: person.holder, place: { site: person.place.site, ...given } })),
  )
  const leaving = [...moves.map(({ from }) => from), ...(take.includes('gone') ? plan.gone : [])]
  const undone = [...(await takeAway(tx, changes, doing)), ...(await letLeave(tx, leaving, doing))]
  const changed = changes.map(({ person }) => ({ site: person.place.site, holder: person.holder }))
  for (const { site, holder } of [...employed, ...changed]) {
    const event = { site, account: doing.by, action: 'appointed', subject: 'staff', subjectId: holder } as const
    await writeAudit(tx, { ...event, detail: 'staff-list' }, doing.at)
  }
  return undone
}

/**
 * A name goes with the place, because the site key signs it there. The account takes it once it is the name everywhere,
 * so that no site renames somebody at another.
 */
async function describeAnew(tx: Database, changes: readonly Difference[]): Promise<void> {
  for (const { person, newName, isExternal } of changes) {
    const facts = { ...(newName !== null && { name: newName }), ...(isExternal !== null && { isExternal }) }
    if (Object.keys(facts).length === 0) continue
    const isThis = and(eq(staff.siteId, person.place.site), eq(staff.id, person.holder))
    await tx.update(staff).set(facts).where(isThis)
    if (newName === null) continue
    const stillOther = tx
      .select({ id: staff.id })
      .from(staff)
      .where(and(eq(staff.accountId, person.account), isNull(staff.leftOn), ne(staff.name, newName)))
    await tx
      .update(accounts)
      .set({ name: newName })
      .where(and(eq(accounts.id, person.account), notExists(stillOther)))
  }
}

async function takeAway(tx: Database, changes: readonly Difference[], { today }: Doing): Promise<LeftUndone[]> {
  const undone: LeftUndone[] = []
  for (const { person, taken } of changes) {
    const { holder, name, place } = person
    for (const role of taken.roles) {
      const refusal = await removeFromPost(tx, { site: place.site, holder, role, today })
      if (refusal !== null) undone.push({ holder, site: place.site, name, role, refusal })
    }
    if (taken.classGroups.length === 0) continue
    const ofMentor = and(eq(classGroups.siteId, place.site), eq(classGroups.mentorId, holder))
    await tx.delete(classGroups).where(and(ofMentor, inArray(classGroups.name, [...taken.classGroups])))
  }
  return undone
}

async function letLeave(tx: Database, people: readonly Present[], { by, at, today }: Doing): Promise<LeftUndone[]> {
  const undone: LeftUndone[] = []
  for (const { holder, name, place } of people) {
    const { refusal } = await leaveSite(tx, { site: place.site, holder, today })
    if (refusal !== null) {
      undone.push({ holder, site: place.site, name, role: null, refusal })
      continue
    }
    const event = { site: place.site, account: by, action: 'removed', subject: 'staff', subjectId: holder } as const
    await writeAudit(tx, { ...event, detail: 'staff-list' }, at)
  }
  return undone
}
