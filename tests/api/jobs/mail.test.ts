import { eq } from 'drizzle-orm'
import { describe, expect, test } from 'vitest'
import { addDays } from '../../../api/domain/local-date.ts'
import { startOfDay } from '../../../api/domain/moments.ts'
import { absences, accounts, holders, mails, reports } from '../../../db/schema/index.ts'
import { ask } from '../../../web/client.ts'
import { openReport } from '../../support/colleague.ts'
import { news, reminders, urgent, useMailSchool } from '../../support/mail-school.ts'
import { readMail } from '../../support/mail-sink.ts'
import { mailOf, ordinaryDay, schoolOfThisTest } from '../../support/school.ts'
import { accepted } from '../../support/school-api.ts'
import { colleague, holderOf } from '../../support/staff.ts'
import { placeOf, told } from '../../support/told.ts'

const post = useMailSchool()
const { school } = post
const hour = 3_600_000

describe('news', () => {
  test('leaves at a fixed time, one mail for each who can read it, and is told once', async () => {
    await told(school(), ['confidentialAdviser'])
    await told(school(), ['confidentialAdviser'])
    expect(await post.sent()).toEqual(news('vertrouwenspersoon', 'vertrouwenspersoon2'))
    await told(school(), ['contactPerson'])
    expect(await post.sent()).toEqual([])
    school().pass(2 * hour)
    expect(await post.sent()).toEqual(news('aanspreekpunt'))
    school().pass(4 * hour)
    expect(await post.sent()).toEqual([])
  })

  test('is not told to whom has opened it', async () => {
    await post.sent()
    const reporter = await told(school(), ['confidentialAdviser'])
    const adviser = await colleague(school(), 'vertrouwenspersoon')
    await openReport(adviser, placeOf(reporter))
    const read = adviser.api.client.team.reports[':site'][':report'].read
    await accepted(ask(read.$put({ param: placeOf(reporter), json: { sequence: 1 } })))
    school().pass(2 * hour)
    expect(await post.sent()).toEqual([])
  })

  test('waits for a school day', async () => {
    const saturday = addDays(ordinaryDay, 4)
    school().standOn(saturday)
    await told(school(), ['contactPerson'])
    expect(await post.sent()).toEqual([])
    school().standOn(addDays(saturday, 2))
    expect(await post.sent()).toEqual(news('aanspreekpunt'))
  })

  test('is one mail, whatever the clock does and however many look', async () => {
    await told(school(), ['contactPerson'])
    const all: string[] = []
    for (const moved of [0, 1, -1, 24, -24, 0]) {
      school().pass(moved * hour)
      await Promise.all([post.work(), post.work(), post.work()])
      all.push(...(await post.sent()))
    }
    expect(all).toEqual(news('aanspreekpunt'))
  })

  test('says nothing but that it is there, under one name for every attempt', async () => {
    const reporter = await told(school(), ['contactPerson'], { story: 'Kwartelveen lacht om mij.' })
    post.sink().refuse({ at: 'data', code: 451 })
    await post.work()
    post.sink().refuse(null)
    await post.waitOut()
    await post.work()
    const [row] = await post.stored()
    const [mail] = post.sink().mails
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
    school().standOn(addDays(ordinaryDay, 5))
    await told(school(), ['confidentialAdviser'], { urgent: true })
    expect(await post.sent()).toEqual(urgent('vertrouwenspersoon', 'vertrouwenspersoon2'))
    for (const row of await post.stored()) {
      expect(row).toMatchObject({ kind: 'urgent', sentOn: addDays(ordinaryDay, 5), claimedUntil: null, trouble: null })
      expect(row.dueAt).toEqual(startOfDay(addDays(ordinaryDay, 5)))
    }
  })

  test('that could not be mailed keeps no moment finer than a quarter of an hour', async () => {
    post.sink().refuse({ at: 'data', code: 451 })
    await told(school(), ['contactPerson'], { urgent: true })
    await post.work()
    const [row] = await post.stored()
    expect(row?.trouble).toBe('busy')
    expect((row?.claimedUntil?.getTime() ?? 1) % (15 * 60_000)).toBe(0)
  })

  test('is mailed to nobody who is not there to be mailed', async () => {
    await school()
      .deps.db.update(accounts)
      .set({ blockedAt: new Date() })
      .where(eq(accounts.email, mailOf('mentor')))
    await told(school(), [holderOf(school(), 'mentor')], { urgent: true })
    expect(await post.sent()).toEqual([])
    expect(await post.stored()).toEqual([])
  })
})

test('who has something to do with keys is mailed once about it', async () => {
  const { db } = school().deps
  const mentor = eq(holders.id, holderOf(school(), 'mentor'))
  const [before] = await db.select({ certificate: holders.certificate }).from(holders).where(mentor)
  await db.update(holders).set({ certificate: null }).where(mentor)
  const first = await post.sent()
  school().pass(2 * hour)
  const second = await post.sent()
  await db
    .update(holders)
    .set(before ?? {})
    .where(mentor)
  expect(first).toEqual([`${mailOf('directeur')}: Er is iets voor je te doen in Vijfspoor`])
  expect(second).toEqual([])
})

describe('a reminder', () => {
  const onDay = async (days: number) => {
    school().standOn(addDays(ordinaryDay, days))
    return post.sent()
  }

  test('goes to the members after the term, and to the coordinator after the term once more', async () => {
    await told(school(), ['contactPerson'])
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
    await told(school(), [holderOf(school(), first)])
    expect(await onDay(1)).toEqual(news(first))
    expect(await onDay(2)).toEqual(reminders(first))
    expect(await onDay(6)).toEqual(reminders(first, second))
    expect(await onDay(9)).toEqual([])
  })

  test('goes to the deputy of whoever is away', async () => {
    await school()
      .deps.db.insert(absences)
      .values({
        ...{ siteId: 'ede', staffId: holderOf(school(), 'mentor'), deputyId: holderOf(school(), 'mentor2') },
        ...{ firstDay: ordinaryDay, lastDay: addDays(ordinaryDay, 30) },
      })
    await told(school(), [holderOf(school(), 'mentor')])
    expect(await onDay(1)).toEqual(news('mentor'))
    expect(await onDay(2)).toEqual(reminders('mentor2'))
  })

  test('does not come once it was opened', async () => {
    const reporter = await told(school(), ['contactPerson'])
    const member = await colleague(school(), 'aanspreekpunt')
    const read = member.api.client.team.reports[':site'][':report'].read
    await accepted(ask(read.$put({ param: placeOf(reporter), json: { sequence: 1 } })))
    for (const day of [2, 6]) expect(await onDay(day)).toEqual([])
  })
})

test('a school without a mail server keeps no urgent mail for later', async () => {
  const quiet = await schoolOfThisTest()
  await told(quiet, ['contactPerson'], { urgent: true })
  expect(await quiet.deps.db.select().from(mails)).toEqual([])
  expect(await quiet.deps.db.select().from(reports)).toHaveLength(1)
})
