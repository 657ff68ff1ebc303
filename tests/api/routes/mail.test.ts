import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { beforeAll, expect, test } from 'vitest'
import { queueMail } from '../../../api/stores/mails.ts'
import { accounts } from '../../../db/schema/index.ts'
import { ask } from '../../../web/client.ts'
import type { Colleague } from '../../support/colleague.ts'
import { useMailSchool } from '../../support/mail-school.ts'
import { mailOf, ordinaryDay } from '../../support/school.ts'
import { accepted, refused, sendJson } from '../../support/school-api.ts'
import { colleague } from '../../support/staff.ts'

const post = useMailSchool()
let administrator: Colleague
let mentor: Colleague
beforeAll(async () => {
  administrator = await colleague(post.school(), 'beheerder')
  mentor = await colleague(post.school(), 'mentor')
})

const queueFor = (who: string) =>
  post.school().deps.db.transaction(async (tx) => {
    const [account] = await tx
      .select({ id: accounts.id })
      .from(accounts)
      .where(eq(accounts.email, mailOf(who)))
    const dueAt = post.school().deps.clock.now()
    await queueMail(tx, { kind: 'urgent', account: account?.id ?? '', occasion: randomUUID(), dueAt })
  })
const look = () => accepted(ask(administrator.api.client.team.mail.$get()))
const retry = (api: Colleague['api'], id: string) => sendJson(api, 'POST', `/api/team/mail/${id}/attempts`, {})

test('mail that was refused shows with its address, its day and why, and not what it is about', async () => {
  await queueFor('mentor')
  await queueFor('coordinator')
  post.sink().refuse({ at: 'recipient', code: 550, to: mailOf('mentor') })
  await post.work()
  const seen = await look()
  expect(seen).toEqual({
    isSent: true,
    troubles: [{ id: expect.any(String), address: mailOf('mentor'), since: ordinaryDay, trouble: 'address' }],
  })

  await post.work()
  post.sink().refuse(null)
  expect(await post.sent()).toHaveLength(1)
  const { status } = await retry(administrator.api, seen.troubles[0]?.id ?? '')
  expect(status).toBe(204)
  expect(await post.sent()).toHaveLength(1)
  expect(await look()).toEqual({ isSent: true, troubles: [] })
  expect(await retry(administrator.api, seen.troubles[0]?.id ?? '')).toEqual(refused(404, 'not-found'))
})

test('only an administrator sees it, or tries again', async () => {
  const given = await mentor.api.send('/api/team/mail')
  expect({ status: given.status, body: await given.json() }).toEqual(refused(403, 'not-allowed'))
  expect(await retry(mentor.api, randomUUID())).toEqual(refused(403, 'not-allowed'))
})
