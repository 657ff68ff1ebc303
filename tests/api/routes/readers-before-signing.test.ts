import { randomUUID } from 'node:crypto'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  accounts,
  classGroups,
  functionKeyShares,
  holders,
  memberships,
  staff,
  staffKeys,
} from '../../../db/schema/index.ts'
import { openSchool, ordinaryDay, type School } from '../../support/school.ts'

let school: School
const newcomer = randomUUID()
beforeAll(async () => {
  school = await openSchool()
  const { db } = school.deps
  const [keys] = await db.select().from(staffKeys).limit(1)
  if (!keys) throw new Error('a school without keys')
  await db.insert(accounts).values({ id: newcomer, name: 'Nina Nieuw', email: 'nina@school.test' })
  await db.insert(staffKeys).values({ ...keys, accountId: newcomer, recoveryConfirmedOn: ordinaryDay })
  await db.insert(holders).values({ siteId: 'ede', id: newcomer, kind: 'staff' })
  await db.insert(staff).values({ siteId: 'ede', id: newcomer, accountId: newcomer, name: 'Nina Nieuw' })
})
afterAll(() => school.close())

type Told = {
  functions: { role: string; members: { holder: string; name: string }[] }[]
  classGroups: { name: string; mentors: { holder: string }[] }[]
}
const readers = async () => (await (await school.api.send('/api/sites/ede/readers')).json()) as Told

test('a mentor whom the director has yet to sign is not offered, and the others of the class are', async () => {
  await school.deps.db.insert(classGroups).values([
    { siteId: 'ede', name: '1A', mentorId: newcomer },
    { siteId: 'ede', name: '9Z', mentorId: newcomer },
  ])
  const groups = (await readers()).classGroups
  expect(groups.flatMap(({ mentors }) => mentors.map(({ holder }) => holder))).not.toContain(newcomer)
  expect(groups.find(({ name }) => name === '1A')?.mentors).toHaveLength(2)
  expect(groups.map(({ name }) => name)).not.toContain('9Z')
})

test('who holds the key of a function but is not in its certificate yet is not told as a member', async () => {
  const { db } = school.deps
  const place = { siteId: 'ede', role: 'contactPerson' } as const
  const [share] = await db
    .select()
    .from(functionKeyShares)
    .where(and(eq(functionKeyShares.siteId, place.siteId), eq(functionKeyShares.role, place.role)))
  if (!share) throw new Error('a function without a key')
  await db.insert(memberships).values({ ...place, staffId: newcomer })
  await db.insert(functionKeyShares).values({ ...share, staffId: newcomer })
  const told = (await readers()).functions.find(({ role }) => role === place.role)
  expect(told?.members.map(({ name }) => name)).toEqual(['Anna Aker'])
})

test('a function of which somebody who is named has no key any more takes no reports', async () => {
  await school.deps.db
    .update(functionKeyShares)
    .set({ sealed: null })
    .where(eq(functionKeyShares.role, 'bullyingCoordinator'))
  expect((await readers()).functions.map(({ role }) => role)).not.toContain('bullyingCoordinator')
})
