import { randomFillSync, randomUUID } from 'node:crypto'
import type { Database } from '../../db/connect.ts'
import { makeKeys, type PersonKeys } from '../../db/demo/make-keys.ts'
import type { Maker, Person } from '../../db/demo/make-staff.ts'
import { accountCredentials, accounts, holders, memberships, staff, staffKeys } from '../../db/schema/index.ts'
import { mailOf, password, type School } from './school.ts'

export type Newcomer = Readonly<{ holder: string; keys: PersonKeys }>

/** Somebody who has just made their keys: they trust no site key yet, and none vouches for them. */
export const addNewcomer = (
  { deps: { db, instance, clock } }: School,
  who: string,
  { site = 'ede', ...more }: Partial<Person>,
): Promise<Newcomer> => {
  const person: Person = { email: mailOf(who, site), password, name: who, site, roles: [], ...more }
  return insertNewcomer(db, { instance, today: clock.today() }, person)
}

export async function insertNewcomer(
  db: Database,
  { instance, today }: Omit<Maker, 'random'>,
  person: Person,
): Promise<Newcomer> {
  const random = (bytes: number) => randomFillSync(new Uint8Array(bytes))
  const keys = (await makeKeys({ instance, random, today }, [person], new Map())).of(person.email)
  const holder = randomUUID()
  const { account, email, identity, signing, authenticationHash } = keys
  await db.insert(accounts).values({ id: account, email, name: person.name, emailVerified: true })
  const credential = { id: randomUUID(), userId: account, accountId: account, providerId: 'credential' }
  await db.insert(accountCredentials).values({ ...credential, password: authenticationHash })
  await db.insert(staffKeys).values({
    ...{ accountId: account, recipient: identity.recipient, signingKey: signing.publicKey },
    ...{ box: keys.box, recoveryConfirmedOn: today },
  })
  await db.insert(holders).values({ siteId: person.site, id: holder, kind: 'staff' })
  await db.insert(staff).values({ siteId: person.site, id: holder, accountId: account, name: person.name })
  const posts = person.roles.map((role) => ({ siteId: person.site, role, staffId: holder }))
  if (posts.length > 0) await db.insert(memberships).values(posts)
  return { holder, keys }
}
