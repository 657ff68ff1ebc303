import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { queueMail } from '../../../api/stores/mails.ts'
import { transact } from '../../../api/stores/transact.ts'
import { accounts, mails } from '../../../db/schema/index.ts'
import { emptySchool } from '../../support/app.ts'

let school: Awaited<ReturnType<typeof emptySchool>>
const account = randomUUID()
beforeAll(async () => {
  school = await emptySchool()
  await school.deps.db.insert(accounts).values({ id: account, name: 'Vera Visser', email: 'vera@school.test' })
})
afterAll(() => school.close())

const queue = (occasion: string) =>
  transact(school.deps.db, (tx) => queueMail(tx, { kind: 'news', account, occasion, dueAt: school.deps.clock.now() }))

test('one occasion is one mail, however often and however many ask', async () => {
  const asked = await Promise.all(Array.from({ length: 8 }, () => queue('news:a:2026-11-24 07:30')))
  expect(asked.filter(Boolean)).toHaveLength(1)
  expect(await queue('news:a:2026-11-24 07:30')).toBe(false)
  expect(await queue('news:a:2026-11-24 12:30')).toBe(true)
  expect(await school.deps.db.select().from(mails)).toHaveLength(2)
})

test('a mail about what did not happen is not queued', async () => {
  const fail = transact(school.deps.db, async (tx) => {
    await queueMail(tx, { kind: 'urgent', account, occasion: 'undone', dueAt: school.deps.clock.now() })
    throw new Error('changed my mind')
  })
  await expect(fail).rejects.toThrow('changed my mind')
  expect((await school.deps.db.select().from(mails)).map(({ occasion }) => occasion)).not.toContain('undone')
})
