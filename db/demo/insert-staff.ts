import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { LocalDate } from '../../api/domain/local-date.ts'
import type { Database } from '../connect.ts'
import {
  accountCredentials,
  accounts,
  classGroups,
  functionKeyShares,
  functionKeys,
  holders,
  memberships,
  siteKeyShares,
  sites,
  staff,
  staffKeys,
} from '../schema/index.ts'
import type { MadeFunction } from './make-functions.ts'
import type { PersonKeys } from './make-keys.ts'
import type { MadeSite } from './make-staff.ts'

/** All of it or nothing: a start that is broken off leaves a school without staff, and the next one makes it anew. */
export async function insertStaff(
  db: Database,
  people: readonly PersonKeys[],
  made: readonly MadeSite[],
  today: LocalDate,
): Promise<void> {
  await db.transaction(async (tx) => {
    for (const person of people) await insertAccount(tx, person, today)
    for (const site of made) await insertSite(tx, site, today)
  })
}

async function insertAccount(db: Database, person: PersonKeys, today: LocalDate): Promise<void> {
  const { account, email, name, identity, signing, authenticationHash, box } = person
  await db.insert(accounts).values({ id: account, email, name, emailVerified: true })
  await db.insert(accountCredentials).values({
    id: randomUUID(),
    userId: account,
    accountId: account,
    providerId: 'credential',
    password: authenticationHash,
  })
  await db.insert(staffKeys).values({
    ...{ accountId: account, recipient: identity.recipient, signingKey: signing.publicKey, box },
    // These people have no sheet to lose; without one their functions would take no reports.
    recoveryConfirmedOn: today,
  })
}

async function insertSite(
  db: Database,
  { site: siteId, siteKey, escrow, siteKeyByDirector, staff: people, functions }: MadeSite,
  today: LocalDate,
): Promise<void> {
  await db.update(sites).set({ siteKey, escrow }).where(eq(sites.id, siteId))
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
  const held = people.flatMap(({ holder, roles }, position) =>
    roles.map((role) => ({ siteId, role, staffId: holder, position })),
  )
  if (held.length > 0) await db.insert(memberships).values(held)
  const shares = [...siteKeyByDirector].map(([staffId, sealed]) => ({ siteId, staffId, sealed }))
  if (shares.length > 0) await db.insert(siteKeyShares).values(shares)
  await insertFunctionKeys(db, siteId, functions, today)
  const groups = people.flatMap(({ holder, mentorOf = [] }) =>
    mentorOf.map((name) => ({ siteId, name, mentorId: holder })),
  )
  if (groups.length > 0) await db.insert(classGroups).values(groups)
}

async function insertFunctionKeys(
  db: Database,
  siteId: string,
  functions: readonly MadeFunction[],
  madeOn: LocalDate,
): Promise<void> {
  for (const { role, recipient, certificate, escrow, keyByMember } of functions) {
    const key = { siteId, role, generation: 1 }
    await db.insert(functionKeys).values({ ...key, recipient, certificate, escrow, madeOn })
    const shares = [...keyByMember].map(([staffId, sealed]) => ({ ...key, staffId, sealed }))
    await db.insert(functionKeyShares).values(shares)
  }
}
