import { randomUUID } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import type { MailKind } from '../../../api/domain/mail.ts'
import { queueMail } from '../../../api/stores/mails.ts'
import { accounts } from '../../../db/schema/index.ts'
import { useMailSchool } from '../../support/mail-school.ts'
import { readMail } from '../../support/mail-sink.ts'
import { mailOf } from '../../support/school.ts'

const post = useMailSchool()
const { school } = post
const hour = 3_600_000

describe('a mail that is refused', () => {
  const queue = (who: string, kind: MailKind = 'task') =>
    school().deps.db.transaction(async (tx) => {
      const [account] = await tx
        .select({ id: accounts.id })
        .from(accounts)
        .where(eq(accounts.email, mailOf(who)))
      const mail = { kind, account: account?.id ?? '', occasion: randomUUID(), dueAt: new Date(0) }
      await queueMail(tx, kind === 'invitation' ? { ...mail, token: 'abc' } : mail)
    })
  const addresses = () =>
    post
      .sink()
      .mails.map(({ to }) => to)
      .sort()

  test('stops no other, and is tried again with growing pauses', async () => {
    for (let count = 0; count < 5; count += 1) for (const who of ['mentor', 'coordinator']) await queue(who)
    await queue('aanspreekpunt')
    post.sink().refuse({ at: 'recipient', code: 550, to: mailOf('aanspreekpunt') })
    await post.work()
    expect(addresses()).toEqual([...Array(5).fill(mailOf('coordinator')), ...Array(5).fill(mailOf('mentor'))])
    const waiting = async () => (await post.stored()).find(({ sentOn }) => sentOn === null)
    const next: number[] = []
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const row = await waiting()
      expect(row).toMatchObject({ trouble: 'address', attempts: attempt })
      next.push(row?.claimedUntil?.getTime() ?? 0)
      await post.work()
      expect(await waiting()).toEqual(row)
      await post.waitOut()
      await post.work()
    }
    expect(next).toEqual(next.toSorted((a, b) => a - b))
    expect((next.at(-1) ?? 0) - Date.now()).toBeGreaterThan(3 * hour)
    post.sink().refuse(null)
    await post.waitOut()
    await post.work()
    expect(await waiting()).toBeUndefined()
    expect(addresses()).toHaveLength(11)
  })

  test('because the server cannot be reached leaves all the others waiting, untried', async () => {
    await queue('mentor')
    await queue('coordinator')
    await post.sink().close()
    await post.work()
    expect((await post.stored()).map(({ trouble }) => trouble)).toEqual(expect.arrayContaining([null, 'unreachable']))
  })

  test('and has a one-time link keeps it until it was sent, and not longer', async () => {
    await queue('mentor', 'invitation')
    post.sink().refuse({ at: 'data', code: 554 })
    await post.work()
    expect((await post.stored())[0]).toMatchObject({ token: 'abc', trouble: 'refused' })
    post.sink().refuse(null)
    await post.waitOut()
    await post.work()
    expect((await post.stored())[0]).toMatchObject({ token: null, trouble: null, claimedUntil: null })
    const [mail] = post.sink().mails
    expect(mail && readMail(mail).text).toContain('\nhttps://school.test/team/welkom/#abc\n')
  })
})
