import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { isReceivingFunction } from '../../api/domain/roles.ts'
import type { Database } from '../connect.ts'
import {
  accountCredentials,
  accounts,
  classGroups,
  holders,
  memberships,
  sites,
  staff,
  staffKeys,
} from '../schema/index.ts'
import type { PersonKeys } from './make-keys.ts'
import type { MadeSite } from './make-staff.ts'

/** All of it or nothing: a start that is broken off leaves a school without staff, and the next one makes it anew. */
export async function insertStaff(
  db: Database,
  people: readonly PersonKeys[],
  made: readonly MadeSite[],
): Promise<void> {
  await db.transaction(async (tx) => {
    for (const person of people) await insertAccount(tx, person)
    for (const site of made) await insertSite(tx, site)
  })
}

async function insertAccount(db: Database, person: PersonKeys): Promise<void> {
  const { account, email, name, identity, signing, authenticationHash, box } = person
  await db.insert(accounts).values({ id: account, email, name, emailVerified: true })
  await db.insert(accountCredentials).values({
    id: randomUUID(),
    userId: account,
    accountId: account,
    providerId: 'credential',
    password: authenticationHash,
  })
  await db
    .insert(staffKeys)
    .values({ accountId: account, recipient: identity.recipient, signingKey: signing.publicKey, box })
}

async function insertSite(db: Database, { site: siteId, siteKey, staff: people, functions }: MadeSite): Promise<void> {
  await db.update(sites).set({ siteKey }).where(eq(sites.id, siteId))
  await db
    .insert(holders)
    .values([
      ...people.map(({ holder: id, certificate }) => ({ siteId, id, kind: 'staff' as const, certificate })),
      ...functions.map(({ role: id, certificate }) => ({ siteId, id, kind: 'function' as const, certificate })),
    ])
  await db.insert(staff).values(
    people.map(({ holder: id, keys, name, reach, hours, isFindable }) => ({
      ...{ siteId, id, accountId: keys.account, name },
      ...{ reach: reach ?? null, hours: hours ?? null, isFindable: isFindable ?? false },
    })),
  )
  const keyOf = (role: string, holder: string) =>
    functions.find((made) => made.role === role)?.keyByMember.get(holder) ?? null
  const held = people.flatMap(({ holder, roles }, position) =>
    roles.map((role) => ({
      ...{ siteId, role, staffId: holder, position },
      functionKey: isReceivingFunction(role) ? keyOf(role, holder) : null,
    })),
  )
  if (held.length > 0) await db.insert(memberships).values(held)
  const groups = people.flatMap(({ holder, mentorOf = [] }) =>
    mentorOf.map((name) => ({ siteId, name, mentorId: holder })),
  )
  if (groups.length > 0) await db.insert(classGroups).values(groups)
}
