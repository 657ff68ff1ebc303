import { describe, expect, test } from 'vitest'
import { localDate } from '../../../../api/domain/local-date.ts'
import type { OpenWorkplace } from '../../../../web/islands/team/staff-keys.ts'
import type { WorkListRow } from '../../../../web/islands/team/team-api.ts'
import { inGroups, matches, ownAddresses, showAll } from '../../../../web/islands/team/work-list.ts'

const me = '5f2f0a52-6f5e-4a0c-8f0e-2d6c4f1b7a01'
const workplaces: readonly OpenWorkplace[] = [
  {
    ...{ site: 'ede', siteName: 'Ede', holder: me, namedSiteKey: null, siteKey: 'k', trouble: null },
    roles: ['confidentialAdviser', 'mentor'],
    identities: { [me]: ['a'], confidentialAdviser: ['b'] },
    neighbours: [],
  },
]
const rowWith = (more: Partial<WorkListRow>): WorkListRow => ({
  ...{ site: 'ede', siteName: 'Ede', report: crypto.randomUUID(), isUrgent: false, state: 'read', unread: 0 },
  ...{ receivedOn: localDate('2026-11-20'), lastOn: localDate('2026-11-20'), addressedTo: ['confidentialAdviser'] },
  due: null,
  ...more,
})

describe('the work list', () => {
  test('puts what has something unread first, whatever its state, and closed ones last', () => {
    const rows = [
      rowWith({ state: 'closed', unread: 1 }),
      rowWith({ state: 'inProgress' }),
      rowWith({ state: 'closed' }),
      rowWith({ state: 'received', unread: 1 }),
    ]
    expect(inGroups(rows).map(({ group, rows: grouped }) => [group, grouped])).toEqual([
      ['unread', [rows[0], rows[3]]],
      ['open', [rows[1]]],
      ['closed', [rows[2]]],
    ])
  })

  test('has no empty groups', () => {
    expect(inGroups([])).toEqual([])
  })

  test('says as whom somebody was addressed, and not who else was', () => {
    const other = crypto.randomUUID()
    expect(
      ownAddresses(rowWith({ addressedTo: ['bullyingCoordinator', 'confidentialAdviser', me, other] }), workplaces),
    ).toEqual(['confidentialAdviser', 'self'])
    expect(ownAddresses(rowWith({ site: 'almere', addressedTo: ['confidentialAdviser'] }), workplaces)).toEqual([])
  })

  test.each([
    [{ show: 'unread' as const }, { unread: 1 }, { unread: 0 }],
    [{ show: 'closed' as const }, { state: 'closed' as const }, { state: 'inProgress' as const }],
    [{ urgentOnly: true }, { isUrgent: true }, { isUrgent: false }],
    [{ site: 'ede' }, { site: 'ede' }, { site: 'almere' }],
    [{ addressedTo: 'self' }, { addressedTo: [me] }, { addressedTo: ['confidentialAdviser'] }],
    [{ addressedTo: 'confidentialAdviser' }, { addressedTo: ['confidentialAdviser'] }, { addressedTo: [me] }],
  ])('with the filter %j shows %j and not %j', (filter, shown, hidden) => {
    expect(matches(rowWith(shown), { ...showAll, ...filter }, workplaces)).toBe(true)
    expect(matches(rowWith(hidden), { ...showAll, ...filter }, workplaces)).toBe(false)
  })
})
