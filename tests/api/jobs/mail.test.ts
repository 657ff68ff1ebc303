import { randomUUID } from 'node:crypto'
import { asc, eq, sql } from 'drizzle-orm'
import { afterAll, beforeAll, beforeEach, describe, expect, onTestFinished, test } from 'vitest'
import { addDays } from '../../../api/domain/local-date.ts'
import type { MailKind } from '../../../api/domain/mail.ts'
import { startOfDay } from '../../../api/domain/moments.ts'
import { doMail } from '../../../api/jobs/mail-job.ts'
import { makeMailer } from '../../../api/jobs/mailer.ts'
import { queueMail } from '../../../api/stores/mails.ts'
import { absences, accounts, mails, reports } from '../../../db/schema/index.ts'
import { ask } from '../../../web/client.ts'
import { openReport } from '../../support/colleague.ts'
import { house } from '../../support/mail-process.ts'
import { type MailSink, readMail, startMailSink } from '../../support/mail-sink.ts'
import { mailOf, openSchool, ordinaryDay, type School, schoolOfThisTest } from '../../support/school.ts'
import { accepted } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'

let school: School
let sink: MailSink
beforeAll(async () => {
  school = await openSchool({ deps: { isMailSent: true } })
})
afterAll(() => school.close())

/** Every test stands on the same day, in a school where nothing was told yet. */
beforeEach(async () => {
  sink = await startMailSink()
  onTestFinished(() => sink.close())
  school.standOn(ordinaryDay)
  await school.deps.db.execute(sql`truncate mails, mail_rounds, reports, absences cascade`)
  await school.deps.db.update(accounts).set({ blockedAt: null })
})

const hour = 3_600_000
const work = () =>
  doMail({ ...school.deps, house, send: makeMailer(sink.url), schoolTerm: school.deps.school.answerWithinSchoolDays })

/** Who got what since the last look. */
let seen = 0
beforeEach(() => {
  seen = 0
})
async function sent(): Promise<readonly string[]> {
  await work()
  const fresh = sink.mails.slice(seen)
  seen = sink.mails.length
  return fresh.map((mail) => `${mail.to}: ${readMail(mail).header('Subject')}`).sort()
}
const news = (...who: string[]) => who.map((one) => `${mailOf(one)}: Er is iets nieuws in Vijfspoor`).sort()
const reminders = (...who: string[]) => who.map((one) => `${mailOf(one)}: Er wacht nog iets in Vijfspoor`).sort()
const stored = () => school.deps.db.select().from(mails).orderBy(asc(mails.dueAt), asc(mails.id))

describe('news', () => {
  test('leaves at a fixed time, one mail for each who can read it, and is told once', async () => {
    await told(school, ['confidentialAdviser'])
    await told(school, ['confidentialAdviser'])
    expect(await sent()).toEqual(news('vertrouwenspersoon', 'vertrouwenspersoon2'))
    await told(school, ['contactPerson'])
    expect(await sent()).toEqual([])
    school.pass(2 * hour)
    expect(await sent()).toEqual(news('aanspreekpunt'))
    school.pass(4 * hour)
    expect(await sent()).toEqual([])
  })

  test('is not told to whom has opened it', async () => {
    await sent()
    const reporter = await told(school, ['confidentialAdviser'])
    const adviser = await colleague(school, 'vertrouwenspersoon')
    await openReport(adviser, placeOf(reporter))
    const read = adviser.api.client.team.reports[':site'][':report'].read
    await accepted(ask(read.$put({ param: placeOf(reporter), json: { sequence: 1 } })))
    school.pass(2 * hour)
    expect(await sent()).toEqual([])
  })

  test('waits for a school day', async () => {
    const saturday = addDays(ordinaryDay, 4)
    school.standOn(saturday)
    await told(school, ['contactPerson'])
    expect(await sent()).toEqual([])
    school.standOn(addDays(saturday, 2))
    expect(await sent()).toEqual(news('aanspreekpunt'))
  })

  test('is one mail, whatever the clock does and however many look', async () => {
    await told(school, ['contactPerson'])
    const all: string[] = []
    for (const moved of [0, 1, -1, 24, -24, 0]) {
      school.pass(moved * hour)
      await Promise.all([work(), work(), work()])
      all.push(...(await sent()))
    }
    expect(all).toEqual(news('aanspreekpunt'))
  })

  test('says nothing but that it is there, under one name for every attempt', async () => {
    const reporter = await told(school, ['contactPerson'], { story: 'Kwartelveen lacht om mij.' })
    sink.refuse({ at: 'data', code: 451 })
    await work()
    sink.refuse(null)
    await school.deps.db.update(mails).set({ claimedUntil: null })
    await work()
    const [row] = await stored()
    const [mail] = sink.mails
    if (!mail || !row) throw new Error('no mail')
    const { header, text } = readMail(mail)
    expect(header('Message-ID')).toBe(`<${row.id}@school.test>`)
    expect([header('From'), header('To')]).toEqual(['Vijfspoor <post@school.test>', mailOf('aanspreekpunt')])
    expect(header('Content-Type')).toMatch(/^text\/plain/)
    expect(header('Auto-Submitted')).toBe('auto-generated')
    expect(text).toContain('\nhttps://school.test/team/\n')
    const rest = mail.raw.replaceAll(mailOf('aanspreekpunt'), '')
    expect(rest).not.toMatch(/\bede\b|anna|aker|aanspreekpunt|melding|pest|kwartelveen/i)
    expect(rest).not.toContain(reporter.report)
  })
})

describe('an urgent report', () => {
  test('is mailed at once, to whom it is addressed, and leaves no time behind', async () => {
    school.standOn(addDays(ordinaryDay, 5))
    await told(school, ['confidentialAdviser'], { urgent: true })
    const urgent = ['vertrouwenspersoon', 'vertrouwenspersoon2'].map((who) => `${mailOf(who)}: Kijk nu in Vijfspoor`)
    expect(await sent()).toEqual(urgent.sort())
    for (const row of await stored()) {
      expect(row).toMatchObject({ kind: 'urgent', sentOn: addDays(ordinaryDay, 5), claimedUntil: null, trouble: null })
      expect(row.dueAt).toEqual(startOfDay(addDays(ordinaryDay, 5)))
    }
  })

  test('that could not be mailed keeps no moment finer than a quarter of an hour', async () => {
    sink.refuse({ at: 'data', code: 451 })
    await told(school, ['contactPerson'], { urgent: true })
    await work()
    const [row] = await stored()
    expect(row?.trouble).toBe('busy')
    expect((row?.claimedUntil?.getTime() ?? 1) % (15 * 60_000)).toBe(0)
  })

  test('is mailed to nobody who is not there to be mailed', async () => {
    await school.deps.db
      .update(accounts)
      .set({ blockedAt: new Date() })
      .where(eq(accounts.email, mailOf('mentor')))
    await told(school, [holderOf(school, 'mentor')], { urgent: true })
    expect(await sent()).toEqual([])
    expect(await stored()).toEqual([])
  })
})

describe('a reminder', () => {
  const onDay = async (days: number) => {
    school.standOn(addDays(ordinaryDay, days))
    return sent()
  }

  test('goes to the members after the term, and to the coordinator after the term once more', async () => {
    await told(school, ['contactPerson'])
    expect(await onDay(1)).toEqual(news('aanspreekpunt'))
    expect(await onDay(2)).toEqual(reminders('aanspreekpunt'))
    expect(await onDay(3)).toEqual([])
    // The weekend does not count.
    expect(await onDay(5)).toEqual([])
    expect(await onDay(6)).toEqual(reminders('coordinator'))
    expect(await onDay(9)).toEqual([])
  })

  test('about what was meant for a vertrouwenspersoon goes to the other one, and never to the coordinator', async () => {
    const [first, second] = ['vertrouwenspersoon', 'vertrouwenspersoon2'] as const
    await told(school, [holderOf(school, first)])
    expect(await onDay(1)).toEqual(news(first))
    expect(await onDay(2)).toEqual(reminders(first))
    expect(await onDay(6)).toEqual(reminders(first, second))
    expect(await onDay(9)).toEqual([])
  })

  test('goes to the deputy of whoever is away', async () => {
    await school.deps.db.insert(absences).values({
      ...{ siteId: 'ede', staffId: holderOf(school, 'mentor'), deputyId: holderOf(school, 'mentor2') },
      ...{ firstDay: ordinaryDay, lastDay: addDays(ordinaryDay, 30) },
    })
    await told(school, [holderOf(school, 'mentor')])
    expect(await onDay(1)).toEqual(news('mentor'))
    expect(await onDay(2)).toEqual(reminders('mentor2'))
  })

  test('does not come once it was opened', async () => {
    const reporter = await told(school, ['contactPerson'])
    const member = await colleague(school, 'aanspreekpunt')
    const read = member.api.client.team.reports[':site'][':report'].read
    await accepted(ask(read.$put({ param: placeOf(reporter), json: { sequence: 1 } })))
    for (const day of [2, 6]) expect(await onDay(day)).toEqual([])
  })
})

describe('a mail that is refused', () => {
  const queue = (who: string, kind: MailKind = 'task') =>
    school.deps.db.transaction(async (tx) => {
      const [account] = await tx
        .select({ id: accounts.id })
        .from(accounts)
        .where(eq(accounts.email, mailOf(who)))
      const mail = { kind, account: account?.id ?? '', occasion: randomUUID(), dueAt: new Date(0) }
      await queueMail(tx, kind === 'invitation' ? { ...mail, token: 'abc' } : mail)
    })
  const addresses = () => sink.mails.map(({ to }) => to).sort()

  test('stops no other, and is tried again with growing pauses', async () => {
    for (let count = 0; count < 5; count += 1) for (const who of ['mentor', 'coordinator']) await queue(who)
    await queue('aanspreekpunt')
    sink.refuse({ at: 'recipient', code: 550, to: mailOf('aanspreekpunt') })
    await work()
    expect(addresses()).toEqual([...Array(5).fill(mailOf('coordinator')), ...Array(5).fill(mailOf('mentor'))])
    const waiting = async () => (await stored()).find(({ sentOn }) => sentOn === null)
    const pauses: number[] = []
    for (let attempt = 1; attempt <= 4; attempt += 1) {
      const row = await waiting()
      expect(row).toMatchObject({ trouble: 'address', attempts: attempt })
      pauses.push((row?.claimedUntil?.getTime() ?? 0) - Date.now())
      await work()
      expect(await waiting()).toEqual(row)
      await school.deps.db.update(mails).set({ claimedUntil: null })
      await work()
    }
    expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
    expect(pauses.at(-1)).toBeGreaterThan(3 * hour)
    sink.refuse(null)
    await school.deps.db.update(mails).set({ claimedUntil: null })
    await work()
    expect(await waiting()).toBeUndefined()
    expect(addresses()).toHaveLength(11)
  })

  test('because the server cannot be reached leaves all the others waiting, untried', async () => {
    await queue('mentor')
    await queue('coordinator')
    await sink.close()
    await work()
    expect((await stored()).map(({ trouble }) => trouble)).toEqual(expect.arrayContaining([null, 'unreachable']))
  })

  test('and has a one-time link keeps it until it was sent, and not longer', async () => {
    await queue('mentor', 'invitation')
    sink.refuse({ at: 'data', code: 554 })
    await work()
    expect((await stored())[0]).toMatchObject({ token: 'abc', trouble: 'refused' })
    sink.refuse(null)
    await school.deps.db.update(mails).set({ claimedUntil: null })
    await work()
    expect((await stored())[0]).toMatchObject({ token: null, trouble: null, claimedUntil: null })
    const [mail] = sink.mails
    expect(mail && readMail(mail).text).toContain('\nhttps://school.test/team/welkom/#abc\n')
  })
})

test('a school without a mail server keeps no urgent mail for later', async () => {
  const quiet = await schoolOfThisTest()
  await told(quiet, ['contactPerson'], { urgent: true })
  expect(await quiet.deps.db.select().from(mails)).toEqual([])
  expect(await quiet.deps.db.select().from(reports)).toHaveLength(1)
})
