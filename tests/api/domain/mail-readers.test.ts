import { describe, expect, test } from 'vitest'
import { addDays, localDate } from '../../../api/domain/local-date.ts'
import {
  accountsForUrgent,
  type MailReader,
  reminderDue,
  stalledWith,
  type WaitingReport,
} from '../../../api/domain/mail-readers.ts'

const person = (who: string, more: Partial<MailReader> = {}): MailReader => ({
  ...{ site: 'ede', holder: who, account: `account of ${who}`, roles: [], functions: [], deputy: null },
  ...more,
})
const adviser = (who: string, more: Partial<MailReader> = {}) =>
  person(who, { roles: ['confidentialAdviser'], functions: ['confidentialAdviser'], ...more })
const coordinator = person('coordinator', { roles: ['bullyingCoordinator'], functions: ['bullyingCoordinator'] })

const tuesday = localDate('2026-11-24')
const report = (holders: readonly string[], more: Partial<WaitingReport> = {}): WaitingReport => ({
  ...{ site: 'ede', asked: [{ sequence: 1, on: tuesday }], recused: [] },
  holders: holders.map((holder) => ({ holder, read: 0, mailed: 0, reminders: 0 })),
  ...more,
})
const remindedOn = (days: number, waiting: WaitingReport, staff: readonly MailReader[]) =>
  reminderDue(waiting, staff, { today: addDays(tuesday, days), term: 2, calendar: [] })?.accounts.map((account) =>
    account.replace('account of ', ''),
  ) ?? null

describe('who is reminded', () => {
  const [first, second] = [adviser('first'), adviser('second')]
  const staff = [first, second, coordinator, person('mentor'), person('elsewhere', { site: 'velp' })]

  test.each<[string, number, readonly string[], readonly string[] | null]>([
    ['nobody within the term', 1, ['mentor'], null],
    ['the mentor after it', 2, ['mentor'], ['mentor']],
    ['the coordinator as well, when nobody looked for long', 6, ['mentor'], ['mentor', 'coordinator']],
    ['the advisers, not the coordinator', 6, ['confidentialAdviser'], ['first', 'second']],
    ['the other adviser for one who was chosen by name', 6, ['first'], ['first', 'second']],
    ['no coordinator, also when others can read it', 6, ['first', 'mentor'], ['first', 'mentor', 'second']],
    ['a coordinator who can read it', 6, ['first', 'coordinator'], ['first', 'coordinator', 'second']],
    ['the coordinator alone, when nobody can read it any more', 6, ['somebody who left'], ['coordinator']],
  ])('%s', (_, days, holders, reminded) => {
    expect(remindedOn(days, report(holders), staff)).toEqual(reminded)
  })

  test('the deputy of whoever is away, but not a coordinator in the place of an adviser', () => {
    expect(remindedOn(2, report(['mentor']), [person('mentor', { deputy: 'aid' }), person('aid')])).toEqual(['aid'])
    const away = adviser('first', { deputy: 'coordinator' })
    expect(remindedOn(6, report(['first']), [away, second, coordinator])).toEqual(['second'])
  })

  test('nobody who is involved', () => {
    const involved = report(['mentor'], { recused: ['coordinator'] })
    expect(remindedOn(6, involved, staff)).toEqual(['mentor'])
    expect(remindedOn(6, report(['confidentialAdviser'], { recused: ['first'] }), staff)).toEqual(['second'])
  })

  test('nobody about what one of the members opened, until the reporter writes again', () => {
    const opened = report([], { holders: [{ holder: 'confidentialAdviser', read: 1, mailed: 0, reminders: 0 }] })
    expect(remindedOn(6, opened, staff)).toBeNull()
    const again = { ...opened, asked: [...opened.asked, { sequence: 3, on: addDays(tuesday, 6) }] }
    expect(remindedOn(7, again, staff)).toBeNull()
    expect(remindedOn(8, again, staff)).toEqual(['first', 'second'])
  })

  test('nobody twice for the same', () => {
    const due = reminderDue(report(['mentor']), staff, { today: addDays(tuesday, 2), term: 2, calendar: [] })
    const after = report([], { holders: [{ holder: 'mentor', read: 0, mailed: 0, reminders: due?.mark ?? 0 }] })
    expect(remindedOn(3, after, staff)).toBeNull()
    expect(remindedOn(6, after, staff)).toEqual(['coordinator'])
  })
})

test('an urgent report is mailed to its readers and to the deputy of one who is away', () => {
  const staff = [person('mentor', { deputy: 'aid' }), person('aid'), coordinator]
  expect(accountsForUrgent(report(['mentor']), staff)).toEqual(['account of mentor', 'account of aid'])
})

describe('a report that another site shared', () => {
  const theirs = adviser('alma', { site: 'almere' })
  const theirCoordinator = person('cor', { site: 'almere', roles: ['bullyingCoordinator'] })
  const staff = [adviser('first'), coordinator, theirs, theirCoordinator]

  test('reminds who reads it there, and not the namesake at its own site', () => {
    expect(remindedOn(2, report(['almere/confidentialAdviser']), staff)).toEqual(['alma'])
    expect(remindedOn(2, report(['almere/alma']), staff)).toEqual(['alma'])
    expect(remindedOn(2, report(['confidentialAdviser']), staff)).toEqual(['first'])
  })

  test('goes after the term to a coordinator where it is read, and to none for an adviser', () => {
    expect(remindedOn(6, report(['almere/cor']), staff)).toEqual(['cor'])
    expect(remindedOn(6, report(['almere/confidentialAdviser']), staff)).toEqual(['alma'])
  })

  test('tells nobody who stays out of it', () => {
    const waiting = report(['almere/confidentialAdviser'], { recused: ['almere/alma'] })
    expect(accountsForUrgent(waiting, staff)).toEqual([])
  })
})

describe('with whom something lies, for the coordinator', () => {
  const [first, second] = [adviser('first'), adviser('second')]
  const theirs = person('cor', { site: 'velp', roles: ['bullyingCoordinator'] })
  const staff = [first, second, coordinator, person('mentor'), person('elsewhere', { site: 'velp' }), theirs]
  const stalled = (days: number, waiting: WaitingReport, who = 'coordinator', people: readonly MailReader[] = staff) =>
    stalledWith(waiting, people, {
      ...{ today: addDays(tuesday, days), term: 2, calendar: [], account: `account of ${who}` },
    }).map(({ site, holder }) => `${site}/${holder}`)

  test.each<[string, number, WaitingReport, readonly string[]]>([
    ['nobody before the second term', 3, report(['mentor']), []],
    ['the mentor after it', 6, report(['mentor']), ['ede/mentor']],
    ['who left, when nobody else can read it', 6, report(['gone']), ['ede/gone']],
    ['no vertrouwenspersoon', 6, report(['confidentialAdviser']), []],
    ['nobody, when a vertrouwenspersoon got it too', 6, report(['first', 'mentor']), []],
    ['nobody, when they read it themselves', 6, report(['mentor', 'coordinator']), []],
    ['nobody, when they stay out of it', 6, report(['mentor'], { recused: ['coordinator'] }), []],
    ['nobody who stays out of it', 6, report(['mentor', 'aid'], { recused: ['mentor'] }), ['ede/aid']],
  ])('%s', (_, days, waiting, holders) => {
    expect(stalled(days, waiting)).toEqual(holders)
  })

  test('is told to no other colleague, and at another site only of who reads it there', () => {
    expect(stalled(6, report(['mentor']), 'mentor')).toEqual([])
    expect(stalled(6, report(['mentor']), 'cor')).toEqual([])
    expect(stalled(6, report(['mentor', 'velp/elsewhere']), 'cor')).toEqual(['velp/elsewhere'])
    expect(stalled(6, report(['mentor', 'velp/elsewhere']))).toEqual(['ede/mentor'])
  })

  test('is told to the deputy of a coordinator who is away', () => {
    const away = { ...coordinator, deputy: 'aid' }
    const people = [away, person('aid'), person('mentor')]
    expect(stalled(6, report(['mentor']), 'aid', people)).toEqual(['ede/mentor'])
    expect(stalled(6, report(['mentor']), 'coordinator', people)).toEqual([])
  })
})
