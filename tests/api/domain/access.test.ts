import { describe, expect, test } from 'vitest'
import { holdersToForget, mayRead, type StaffAtSite } from '../../../api/domain/access.ts'

const adviser: StaffAtSite = { site: 'ede', holder: 'vera', roles: [], functions: ['confidentialAdviser'] }
const coordinator: StaffAtSite = { site: 'ede', holder: 'coen', roles: [], functions: ['bullyingCoordinator'] }
const administrator: StaffAtSite = { site: 'ede', holder: 'siem', roles: [], functions: [] }
const adviserElsewhere: StaffAtSite = { ...adviser, site: 'almere' }

const granted = (epoch: number, ...grants: [holder: string, epoch: number][]) => ({
  site: 'ede',
  epoch,
  grants: grants.map(([holder, at]) => ({ holder, epoch: at })),
  recused: [] as string[],
})

describe('who may read', () => {
  test.each([
    ['the person it was granted to', adviser, granted(1, ['vera', 1]), true],
    ['a member of the function it was granted to', adviser, granted(1, ['confidentialAdviser', 1]), true],
    ['a member of another function', coordinator, granted(1, ['confidentialAdviser', 1]), false],
    ['somebody with roles but without a grant', administrator, granted(1, ['confidentialAdviser', 1]), false],
    ['the same function at another site', adviserElsewhere, granted(1, ['confidentialAdviser', 1]), false],
    ['the person, only in an earlier epoch', adviser, granted(2, ['vera', 1], ['coen', 2]), false],
    ['a member, only in an earlier epoch', adviser, granted(2, ['confidentialAdviser', 1], ['coen', 2]), false],
    ['somebody who came in a later epoch', coordinator, granted(2, ['vera', 1], ['coen', 2]), true],
    ['a function named like a person', { ...administrator, functions: ['siem2'] }, granted(1, ['siem', 1]), true],
    ['the person, who is involved in it', adviser, { ...granted(1, ['vera', 1]), recused: ['vera'] }, false],
    [
      'a member who is involved in it',
      adviser,
      { ...granted(1, ['confidentialAdviser', 1]), recused: ['vera'] },
      false,
    ],
    [
      'a colleague of somebody who is involved in it',
      adviser,
      { ...granted(1, ['confidentialAdviser', 1]), recused: ['victor'] },
      true,
    ],
    ['anybody, of a report granted to nobody', adviser, granted(1), false],
  ])('%s', (_, staff, report, expected) => {
    expect(mayRead(staff, report)).toBe(expected)
  })
})

describe('whose older grants are erased with a new epoch', () => {
  const members = [
    { role: 'confidentialAdviser', holder: 'vera' },
    { role: 'confidentialAdviser', holder: 'victor' },
  ]

  test('a person who is left out', () => {
    expect(holdersToForget(['confidentialAdviser', 'mo'], ['confidentialAdviser'], members)).toEqual(['mo'])
  })

  test('a function nobody of which stays', () => {
    expect(holdersToForget(['confidentialAdviser', 'mo'], ['mo'], members)).toEqual(['confidentialAdviser'])
  })

  test('not a function through which somebody who stays read what came before', () => {
    expect(holdersToForget(['confidentialAdviser'], ['vera'], members)).toEqual([])
  })

  test('nobody, when everybody stays', () => {
    expect(holdersToForget(['confidentialAdviser', 'mo', 'mo'], ['mo', 'confidentialAdviser'], members)).toEqual([])
  })
})
