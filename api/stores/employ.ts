import { randomUUID } from 'node:crypto'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database } from '../../db/connect.ts'
import { accounts, classGroups, holders, memberships, staff } from '../../db/schema/index.ts'
import type { PlaceOfWork } from '../domain/staff-post.ts'

/** `isExternal`: null leaves it as it is, which for somebody new is false. */
export type NewPerson = Readonly<{ name: string; email: string; isExternal: boolean | null; place: PlaceOfWork }>
export type Employed = Readonly<{ account: string; holder: string; site: string }>

/**
 * Lets people work at sites: accounts for addresses the school does not know yet, and a place with functions and
 * classes. Nobody gets a key by it. Whoever worked there before comes back as who they were. Few queries, however many
 * people: a whole staff list goes through it.
 */
export async function employ(tx: Database, people: readonly NewPerson[]): Promise<readonly Employed[]> {
  if (people.length === 0) return []
  const accountByEmail = await accountsFor(tx, people)
  const accountOf = ({ email }: NewPerson) => accountByEmail.get(email) ?? ''
  const known = await tx
    .select({ site: staff.siteId, holder: staff.id, account: staff.accountId })
    .from(staff)
    .where(inArray(staff.accountId, [...new Set(people.map(accountOf))]))
  const places = people.map((person) => {
    const before = known.find(({ account, site }) => account === accountOf(person) && site === person.place.site)
    return {
      ...person,
      isNew: before === undefined,
      holder: before?.holder ?? randomUUID(),
      account: accountOf(person),
    }
  })
  const added = places.filter(({ isNew }) => isNew)
  if (added.length > 0) {
    const rows = added.map(({ holder: id, place, account: accountId, name, isExternal }) => ({
      ...{ siteId: place.site, id, accountId, name },
      isExternal: isExternal ?? false,
    }))
    await tx.insert(holders).values(rows.map(({ siteId, id }) => ({ siteId, id, kind: 'staff' as const })))
    await tx.insert(staff).values(rows)
  }
  for (const { isNew, holder, place, isExternal } of places) {
    if (isNew) continue
    const isThis = and(eq(staff.siteId, place.site), eq(staff.id, holder))
    await tx
      .update(staff)
      .set({ leftOn: null, ...(isExternal !== null && { isExternal }) })
      .where(isThis)
  }
  await givePosts(tx, places)
  return places.map(({ account, holder, place }) => ({ account, holder, site: place.site }))
}

async function accountsFor(tx: Database, people: readonly NewPerson[]): Promise<ReadonlyMap<string, string>> {
  const nameByEmail = new Map(people.map(({ email, name }) => [email, name]))
  const known = await tx
    .select({ id: accounts.id, email: accounts.email })
    .from(accounts)
    .where(inArray(accounts.email, [...nameByEmail.keys()]))
  const idByEmail = new Map(known.map(({ id, email }) => [email, id]))
  const missing = [...nameByEmail]
    .filter(([email]) => !idByEmail.has(email))
    .map(([email, name]) => ({ id: randomUUID(), email, name, emailVerified: true }))
  if (missing.length > 0) await tx.insert(accounts).values(missing)
  for (const { id, email } of missing) idByEmail.set(email, id)
  return idByEmail
}

/** Functions and classes that somebody has already stay as they are. */
export async function givePosts(
  tx: Database,
  people: readonly Readonly<{ holder: string; place: PlaceOfWork }>[],
): Promise<void> {
  const posts = people.flatMap(({ holder, place }) =>
    place.roles.map((role) => ({ siteId: place.site, role, staffId: holder, until: null, deputyFor: null })),
  )
  if (posts.length > 0) {
    await tx
      .insert(memberships)
      .values(posts)
      // Whoever stood in and holds it now stays.
      .onConflictDoUpdate({
        target: [memberships.siteId, memberships.role, memberships.staffId],
        set: { until: null, deputyFor: null },
      })
  }
  const classes = people.flatMap(({ holder, place }) =>
    place.classGroups.map((name) => ({ siteId: place.site, name, mentorId: holder })),
  )
  if (classes.length > 0) await tx.insert(classGroups).values(classes).onConflictDoNothing()
}
