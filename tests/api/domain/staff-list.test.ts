import { describe, expect, test } from 'vitest'
import type { Role } from '../../../api/domain/roles.ts'
import { type Listed, type Present, planStaffList } from '../../../api/domain/staff-list.ts'

const listed = (who: string, site: string, roles: Role[] = [], classGroups: string[] = []): Listed => ({
  ...{ name: who, email: `${who}@school.test`, isExternal: null, place: { site, roles, classGroups } },
})
const present = (who: string, site: string, roles: Role[] = [], classGroups: string[] = []): Present => ({
  ...{ ...listed(who, site, roles, classGroups), isExternal: false },
  ...{ account: `account of ${who}`, holder: `${who} at ${site}` },
})
const own = 'account of me'
const plan = (list: readonly Listed[], there: readonly Present[]) => planStaffList(list, there, own)

describe('held against the school, a list', () => {
  test('that says what is there changes nothing', () => {
    const there = [present('anna', 'ede', ['mentor'], ['1A']), present('bram', 'ede')]
    expect(plan([listed('anna', 'ede', ['mentor'], ['1A']), listed('bram', 'ede')], there)).toEqual({
      ...{ fresh: [], moved: [], changed: [], gone: [], same: 2 },
    })
  })

  test('finds who is new and who is gone', () => {
    const { fresh, gone } = plan([listed('anna', 'ede')], [present('bram', 'ede')])
    expect([fresh, gone]).toEqual([[listed('anna', 'ede')], [present('bram', 'ede')]])
  })

  test('finds other functions and classes, with what comes and what goes', () => {
    const there = present('anna', 'ede', ['mentor', 'teamLeader'], ['1A'])
    expect(plan([listed('anna', 'ede', ['mentor', 'director'], ['2A'])], [there]).changed).toEqual([
      {
        ...{ person: there, newName: null, isExternal: null },
        given: { roles: ['director'], classGroups: ['2A'] },
        taken: { roles: ['teamLeader'], classGroups: ['1A'] },
      },
    ])
  })

  test('finds another name, and that somebody is not of the school', () => {
    const there = present('anna', 'ede', ['confidentialAdviser'])
    const wanted = { ...listed('anna', 'ede', ['confidentialAdviser']), name: 'Anna de Boer', isExternal: true }
    expect(plan([wanted], [there])).toMatchObject({
      changed: [{ person: there, newName: 'Anna de Boer', isExternal: true }],
      same: 0,
    })
  })

  test('that does not say whether somebody is of the school leaves that as it is', () => {
    const there = { ...present('anna', 'ede'), isExternal: true }
    expect(plan([listed('anna', 'ede')], [there])).toMatchObject({ changed: [], same: 1 })
  })

  test('sees that somebody moved from one site to another', () => {
    const from = present('anna', 'ede')
    const found = plan([listed('anna', 'velp'), listed('bram', 'ede')], [from, present('bram', 'ede')])
    expect(found).toMatchObject({ fresh: [], gone: [], moved: [{ from, to: listed('anna', 'velp') }] })
  })

  test('takes somebody who works at one site more for new there', () => {
    const found = plan([listed('anna', 'velp'), listed('anna', 'ede')], [present('anna', 'ede')])
    expect(found).toMatchObject({ fresh: [listed('anna', 'velp')], moved: [], gone: [], same: 1 })
  })

  test('says nothing of a site that is not in it', () => {
    expect(plan([listed('anna', 'ede')], [present('bram', 'velp')]).gone).toEqual([])
  })

  test('leaves whoever imports it alone, listed or not', () => {
    const me = present('me', 'ede', ['systemAdministrator'])
    expect(plan([listed('anna', 'ede')], [me]).gone).toEqual([])
    expect(plan([listed('me', 'ede', ['confidentialAdviser'])], [me]).changed).toEqual([])
    expect(plan([listed('me', 'velp')], [me]).fresh).toEqual([])
  })
})
