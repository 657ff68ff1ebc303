import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { type Role, roles } from '../../api/domain/roles.ts'
import { makeStaff, type Person } from '../../db/demo/make-staff.ts'
import { accounts, holders, memberships, staff } from '../../db/schema/index.ts'
import { signIn } from './colleague.ts'
import { password, type School } from './school.ts'
import type { SchoolApi } from './school-api.ts'

/** Somebody who asks. `role` is theirs at ede; `other` has all roles at another site and none here. */
export type Actor = Readonly<{ name: string; api: SchoolApi; role: Role | null; isOther: boolean; isOut: boolean }>

const mailOf = (who: string) => `${who.toLowerCase()}@rollen.test`

const elsewhere = (who: string, more: Partial<Person> = {}): Person => ({
  ...{ email: mailOf(who), password, name: who, site: 'velp', roles: [] },
  ...more,
})

/**
 * One person for each role at ede, with no other role anywhere; somebody with all roles at another site; somebody whose
 * account was blocked while signed in; somebody who left yesterday; and nobody at all.
 */
export async function makeActors(school: School): Promise<readonly Actor[]> {
  const { db, instance, random, clock } = school.deps
  const atHome = roles.map((role) => elsewhere(`role-${role}`))
  const people = [...atHome, elsewhere('blocked'), elsewhere('left'), elsewhere('other', { site: 'sneek', roles })]
  await makeStaff(db, { instance, random, today: clock.today() }, people)
  for (const role of roles) await employ(school, `role-${role}`, role)
  await employ(school, 'blocked', 'director')
  await employ(school, 'left', 'director', '2026-11-01')

  const signedIn = async (who: string) => (await signIn(school.app.fetch, school.salt, mailOf(who), password)).api
  const actors: Actor[] = [{ name: 'nobody', api: school.api, role: null, isOther: false, isOut: true }]
  for (const role of roles) {
    actors.push({ name: role, api: await signedIn(`role-${role}`), role, isOther: false, isOut: false })
  }
  actors.push({ name: 'other site', api: await signedIn('other'), role: null, isOther: true, isOut: false })
  actors.push({ name: 'left', api: await signedIn('left'), role: null, isOther: false, isOut: false })
  actors.push({ name: 'blocked', api: await signedIn('blocked'), role: null, isOther: false, isOut: true })
  // Only the account: the session stays, so that it is the guard that has to see it.
  await db
    .update(accounts)
    .set({ blockedAt: clock.now() })
    .where(eq(accounts.email, mailOf('blocked')))
  return actors
}

async function employ({ deps: { db } }: School, who: string, role: Role, leftOn: string | null = null): Promise<void> {
  const [account] = await db
    .select()
    .from(accounts)
    .where(eq(accounts.email, mailOf(who)))
  if (!account) throw new Error(`no account for ${who}`)
  const id = randomUUID()
  await db.insert(holders).values({ siteId: 'ede', id, kind: 'staff' })
  await db.insert(staff).values({ siteId: 'ede', id, accountId: account.id, name: who, leftOn })
  await db.insert(memberships).values({ siteId: 'ede', role, staffId: id })
}
