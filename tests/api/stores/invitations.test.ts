import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findInvitation, type InvitationKind, invite, useInvitation } from '../../../api/stores/invitations.ts'
import { transact } from '../../../api/stores/transact.ts'
import { accounts, invitations } from '../../../db/schema/index.ts'
import { emptySchool } from '../../support/app.ts'

let school: Awaited<ReturnType<typeof emptySchool>>
beforeAll(async () => {
  school = await emptySchool()
})
afterAll(() => school.close())

const at = new Date('2026-11-24T10:00:00Z')
const later = (days: number) => new Date(at.getTime() + days * 24 * 3_600_000)

async function newAccount(): Promise<string> {
  const id = randomUUID()
  await school.deps.db.insert(accounts).values({ id, name: 'Vera Visser', email: `${id}@school.test` })
  return id
}
const give = (account: string, kind: InvitationKind = 'staff') =>
  transact(school.deps.db, (tx) => invite(tx, { account, kind, at }))
const take = (token: string, when = at) => transact(school.deps.db, (tx) => useInvitation(tx, token, when))
const find = (token: string, when = at) => findInvitation(school.deps.db, token, when)

test('a link names whom it is for, is worth 256 bits and is kept as a hash only', async () => {
  const account = await newAccount()
  const token = await give(account, 'anew')
  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  const whom = { account, kind: 'anew', name: 'Vera Visser', email: `${account}@school.test` }
  expect(await find(token)).toEqual(whom)
  expect(JSON.stringify(await school.deps.db.select().from(invitations))).not.toContain(token)
})

test('a link works once, also for two who use it at the same moment', async () => {
  const token = await give(await newAccount())
  const used = await Promise.all([take(token), take(token), take(token)])
  expect(used.filter((invited) => invited !== null)).toHaveLength(1)
  expect(await find(token)).toBeNull()
  expect(await take(token)).toBeNull()
})

test('a link works for fourteen days', async () => {
  const token = await give(await newAccount())
  expect(await find(token, later(13.9))).not.toBeNull()
  expect(await find(token, later(14))).toBeNull()
  expect(await take(token, later(14))).toBeNull()
})

test('a new link puts an end to the one before, of this person alone', async () => {
  const [one, two] = [await newAccount(), await newAccount()]
  const [first, other] = [await give(one), await give(two)]
  const second = await give(one)
  expect(await take(first)).toBeNull()
  expect(await find(second)).not.toBeNull()
  expect(await find(other)).not.toBeNull()
})

test('a link of a blocked account lets nobody in', async () => {
  const account = await newAccount()
  const token = await give(account)
  await school.deps.db.update(accounts).set({ blockedAt: at }).where(eq(accounts.id, account))
  expect(await find(token)).toBeNull()
  expect(await take(token)).toBeNull()
})

test('a token that nobody was given is nothing', async () => {
  expect(await find('A'.repeat(43))).toBeNull()
  expect(await take('A'.repeat(43))).toBeNull()
})
