import { describe, expect, onTestFinished, test } from 'vitest'
import { type LocalDate, localDate } from '../../../api/domain/local-date.ts'
import { schoolYearOf } from '../../../api/domain/school-year.ts'
import { cleanUp } from '../../../api/jobs/clean-up.ts'
import { addMissing } from '../../../api/stores/year-plans.ts'
import {
  absences,
  dossierRecusals,
  dossierReminders,
  dossiers,
  mailRounds,
  yearPlanItems,
} from '../../../db/schema/index.ts'
import { involved, openDossierAs, shareDossierWith, writeEntry } from '../../support/dossiers.ts'
import { toDo, useMailSchool } from '../../support/mail-school.ts'
import { readMail } from '../../support/mail-sink.ts'
import { mailOf } from '../../support/school.ts'
import { colleague, holderOf } from '../../support/staff.ts'

const post = useMailSchool()
const { school } = post
const hour = 3_600_000
const idOf = (who: string) => holderOf(school(), who)
const mentorAndKeeper = () => [idOf('mentor'), 'bullyingCoordinator']

/** Opened on Tuesday 24 November 2026, so that the first step is due the day after and the first talk on Friday. */
async function begun(readers = mentorAndKeeper(), way = 'ordinary') {
  const mo = await colleague(school(), 'mentor')
  return { mo, place: await openDossierAs(mo, { readers, way, people: [involved('Sam Kwartelveen')] }) }
}

async function on(day: string): Promise<readonly string[]> {
  school().standOn(localDate(day))
  return post.sent()
}

const away = (who: string, deputy: string, lastDay: string) =>
  school()
    .deps.db.insert(absences)
    .values({
      ...{ siteId: 'ede', staffId: idOf(who), deputyId: idOf(deputy) },
      ...{ firstDay: '2026-11-25', lastDay },
    })

describe('a term in a dossier', () => {
  test('is told on its last day, once it is late, and then up the line, each once and only to who reads it', async () => {
    await begun()
    expect(await post.sent()).toEqual([])
    expect(await on('2026-11-25')).toEqual(toDo('mentor'))
    school().pass(6 * hour)
    expect(await post.sent()).toEqual([])
    expect(await on('2026-11-26')).toEqual(toDo('mentor'))
    expect(await on('2026-11-27')).toEqual(toDo('mentor'))
    expect(await on('2026-11-28')).toEqual([])
    expect(await on('2026-11-30')).toEqual(toDo('coordinator', 'mentor'))
    expect(await on('2026-12-01')).toEqual([])
    // There is a team leader, who does not read it: whoever can bring one in is told instead.
    expect(await on('2026-12-02')).toEqual(toDo('mentor'))
    expect(await on('2026-12-04')).toEqual(toDo('coordinator'))
    for (const day of ['2026-12-07', '2026-12-11', '2026-12-18']) expect(await on(day)).toEqual([])
  })

  test('is not told any more once the step is done', async () => {
    const { mo, place } = await begun()
    expect(await on('2026-11-25')).toEqual(toDo('mentor'))
    const today = localDate('2026-11-25')
    await writeEntry(mo, place, { kind: 'step-done', code: 'inform-mentor' }, { text: 'Gebeld.' }, today)
    expect(await on('2026-11-26')).toEqual([])
    expect(await on('2026-11-27')).toEqual(toDo('mentor'))
  })

  test('in hours is told at the next fixed time, also when the hours are over by then', async () => {
    await post.sent()
    await begun(mentorAndKeeper(), 'digital')
    expect(await post.sent()).toEqual([])
    school().pass(2 * hour)
    expect(await post.sent()).toEqual(toDo('mentor'))
  })

  test('is told to a deputy who reads the dossier, and else to who can bring somebody in', async () => {
    const { mo, place } = await begun()
    await away('mentor', 'mentor2', '2026-11-27')
    expect(await on('2026-11-25')).toEqual(toDo('coordinator'))
    school().standOn(localDate('2026-11-24'))
    await shareDossierWith(mo, place, idOf('mentor2'))
    expect(await on('2026-11-26')).toEqual(toDo('mentor2'))
    // Back at work, the mentor hears of what is late since.
    expect(await on('2026-11-30')).toEqual(toDo('coordinator', 'mentor', 'mentor2'))
  })

  test('waits for the mentor where nobody who reads it is there', async () => {
    await begun([idOf('mentor')])
    await away('mentor', 'mentor2', '2026-11-27')
    expect(await on('2026-11-25')).toEqual(toDo('mentor'))
  })

  test('is never told to who stays out of it', async () => {
    const { place } = await begun()
    const recusal = { siteId: 'ede', dossierId: place.dossier, staffId: idOf('coordinator') }
    await school().deps.db.insert(dossierRecusals).values(recusal)
    const told = new Set<string>()
    for (const day of ['2026-11-25', '2026-11-30', '2026-12-04', '2026-12-11'])
      for (const mail of await on(day)) told.add(mail)
    expect([...told]).toEqual(toDo('mentor'))
  })

  test('is one mail with what else there is to do, in as many dossiers as there are', async () => {
    await begun()
    await begun()
    const { db } = school().deps
    onTestFinished(async () => void (await db.delete(yearPlanItems)))
    const dueOn = localDate('2026-12-07')
    await addMissing(db, { site: 'ede', year: schoolYearOf(dueOn) }, [
      {
        ...{ id: 'lessen', section: null, asks: null, position: 0, version: 1, title: 'Lessen' },
        ...{ owner: { role: 'bullyingCoordinator' }, startsOn: null, dueOn },
        ...{ doneOn: null, evidence: null, leftOut: null },
      },
    ])
    expect(await on('2026-11-25')).toEqual(toDo('mentor'))
    // The coordinator hears of the yearly plan and of two late steps at once.
    expect(await on('2026-11-30')).toEqual(toDo('coordinator', 'mentor'))
  })

  test('is told once, whatever the clock does, however many look, and when the rounds are forgotten', async () => {
    await begun()
    const all: string[] = []
    school().standOn(localDate('2026-11-25'))
    for (const moved of [0, 2, -2, 24, -24, 5, -5]) {
      school().pass(moved * hour)
      await school().deps.db.delete(mailRounds)
      await Promise.all([post.work(), post.work(), post.work()])
      all.push(...(await post.sent()))
    }
    // On its last day, and the day after when it is late.
    expect(all).toEqual(toDo('mentor', 'mentor'))
  })

  test('is mailed in words that say nothing of it', async () => {
    const { place } = await begun()
    await on('2026-11-25')
    const [mail] = post.sink().mails
    if (!mail) throw new Error('no mail')
    expect(readMail(mail).text).toContain('\nhttps://school.test/team/\n')
    const rest = `${mail.raw}\n${readMail(mail).text}`.replaceAll(mailOf('mentor'), '')
    expect(rest).not.toMatch(/\bede\b|dossier|pest|mentor|stap|termijn|te laat|kwartelveen|sam\b/i)
    expect(rest).not.toContain(place.dossier)
  })

  test('leaves nothing in the list of who was told when the dossier is closed', async () => {
    const { db } = school().deps
    const today: LocalDate = localDate('2026-11-25')
    await begun()
    await on(today)
    expect(await db.select({ stage: dossierReminders.stage }).from(dossierReminders)).toEqual([{ stage: 'last-day' }])
    await cleanUp(db, today)
    expect(await db.select().from(dossierReminders)).toHaveLength(1)
    await db.update(dossiers).set({ isOpen: false })
    await cleanUp(db, today)
    expect(await db.select().from(dossierReminders)).toEqual([])
  })
})
