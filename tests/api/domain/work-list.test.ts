import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type LocalDate, localDate } from '../../../api/domain/local-date.ts'
import { reportStates } from '../../../api/domain/report.ts'
import { type Place, type WorkListEntry, workListPage } from '../../../api/domain/work-list.ts'

const entry = (report: string, more: Partial<WorkListEntry> = {}): WorkListEntry => ({
  site: 'ede',
  report,
  isUrgent: false,
  state: 'received',
  receivedOn: localDate('2026-11-24'),
  lastOn: localDate('2026-11-24'),
  unread: 0,
  unreadSince: null,
  ...more,
})

const unread = (report: string, since: string, more: Partial<WorkListEntry> = {}) =>
  entry(report, { unread: 1, unreadSince: localDate(since), ...more })

const order = (...entries: WorkListEntry[]) => workListPage(entries, null, 50).page.map(({ report }) => report)

describe('the work list', () => {
  test('shows unread before read, even before an urgent one that was read', () => {
    expect(order(entry('read', { isUrgent: true }), unread('new', '2026-11-24'))).toEqual(['new', 'read'])
  })

  test('shows urgent before not among unread', () => {
    const urgent = unread('urgent', '2026-11-24', { isUrgent: true })
    expect(order(unread('older', '2026-11-01'), urgent)).toEqual(['urgent', 'older'])
  })

  test('shows who waits longest first, whenever the report itself came in', () => {
    const oldReport = unread('old-report', '2026-11-20', { receivedOn: localDate('2026-01-01') })
    expect(order(oldReport, unread('new-report', '2026-11-10'))).toEqual(['new-report', 'old-report'])
  })

  test('shows what moved last first among the read ones', () => {
    const early = entry('early', { lastOn: localDate('2026-10-30') })
    expect(order(early, entry('late', { lastOn: localDate('2026-11-09') }))).toEqual(['late', 'early'])
  })

  test('shows closed ones last, and no longer as urgent, but first again when the pupil writes', () => {
    const closed = entry('closed', { state: 'closed', isUrgent: true, lastOn: localDate('2026-11-24') })
    const open = entry('open', { state: 'inProgress', lastOn: localDate('2026-09-01') })
    expect(order(closed, open)).toEqual(['open', 'closed'])
    expect(order(unread('closed', '2026-11-24', { state: 'closed' }), open)).toEqual(['closed', 'open'])
  })
})

describe('pages of the work list', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((date) => localDate(`2026-11-${String(date).padStart(2, '0')}`))
  const entries = fc.uniqueArray(
    fc.record({
      site: fc.constantFrom('ede', 'almere'),
      report: fc.uuid(),
      isUrgent: fc.boolean(),
      state: fc.constantFrom(...reportStates),
      receivedOn: day,
      lastOn: day,
      unread: fc.integer({ min: 0, max: 3 }),
      unreadSince: fc.option(day),
    }),
    { selector: ({ report }) => report, maxLength: 40 },
  )

  const allPages = (list: readonly WorkListEntry[], size: number) => {
    const seen: string[] = []
    let after: Place | null = null
    do {
      const { page, next }: ReturnType<typeof workListPage> = workListPage(list, after, size)
      expect(page.length).toBeLessThanOrEqual(size)
      seen.push(...page.map(({ report }) => report))
      after = next
    } while (after !== null)
    return seen
  }

  test('together are the whole list, in order, each once', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 15 }), (list, size) => {
        expect(allPages(list, size)).toEqual(workListPage(list, null, 1_000).page.map(({ report }) => report))
      }),
    )
  })

  test('do not depend on the order in which the database gives the rows', () => {
    fc.assert(
      fc.property(entries, (list) => {
        expect(allPages(list.toReversed(), 7)).toEqual(allPages(list, 7))
      }),
    )
  })

  test('an entry that was opened meanwhile hides none of the others', () => {
    const days = ['2026-11-01', '2026-11-02', '2026-11-03', '2026-11-04'] as LocalDate[]
    const list = days.map((since, index) => unread(`report-${index}`, since))
    const first = workListPage(list, null, 2)
    const opened = list.map((one) => (one.report === 'report-0' ? entry('report-0') : one))
    const second = workListPage(opened, first.next, 2)
    expect(second.page.map(({ report }) => report)).toEqual(['report-2', 'report-3'])
  })
})
