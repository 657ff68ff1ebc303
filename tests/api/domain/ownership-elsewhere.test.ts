import { describe, expect, test } from 'vitest'
import { canTake, type OwnedReport, type Ownership, ownersOf } from '../../../api/domain/ownership.ts'
import { mayDo, type OwnershipChange } from '../../../api/domain/ownership-changes.ts'
import { changeSeenFrom, everywhere, neededWith, staffSeenFrom } from '../../../api/domain/ownership-elsewhere.ts'

const report = (id: string, holders: readonly string[]): OwnedReport => ({
  ...{ report: id, isOpen: true, holders, recused: [], standIns: [], isKeyDue: false },
})
const isAble = true
const aFunction = (role: string, keyHolders: readonly string[]) => ({
  ...{ role, members: keyHolders, keyHolders, former: [], isRetired: false },
})
const almere = {
  people: ['dora', 'emil'].map((holder) => ({ holder, isAble })),
  functions: [aFunction('contactPerson', ['dora'])],
  deputies: [],
}
const own = {
  people: ['anna', 'carla', 'daan'].map((holder) => ({ holder, isAble })),
  functions: [aFunction('confidentialAdviser', ['anna']), aFunction('contactPerson', ['carla'])],
}
const schoolWith = (theirs: ReturnType<typeof staffSeenFrom>): Ownership => ({
  people: [...own.people, ...theirs.people],
  functions: [...own.functions, ...theirs.functions],
  deputies: theirs.deputies,
  reports: [report('r1', ['confidentialAdviser']), report('r2', ['contactPerson', 'anna']), report('r3', ['daan'])],
})
const start = schoolWith(staffSeenFrom('ede', 'almere', almere, true))

const done = (state: Ownership, ...changes: readonly OwnershipChange[]): Ownership =>
  changes.reduce((current, change) => {
    const outcome = mayDo(current, change)
    if (!outcome.ok) throw new Error(`${change.kind}: ${outcome.refusal}`)
    return outcome.value
  }, state)
const reportIn = (state: Ownership, id: string) => state.reports.find((one) => one.report === id) ?? report(id, [])

describe('people of another site', () => {
  const moved = done(start, { kind: 'forward', report: 'r3', from: 'daan', to: 'almere/contactPerson' })

  test('own a report that moved to them, and can go no sooner than somebody else can handle it', () => {
    expect(ownersOf(moved, reportIn(moved, 'r3'))).toEqual(['almere/dora'])
    const leaving = changeSeenFrom('ede', 'almere', { kind: 'leave', holder: 'dora' })
    expect(mayDo(moved, leaving)).toMatchObject({ refusal: 'owner-needed', needed: [{ report: 'r3' }] })
    const helped = done(moved, { kind: 'share', report: 'r3', to: 'almere/emil' })
    expect(ownersOf(done(helped, leaving), reportIn(done(helped, leaving), 'r3'))).toEqual(['almere/emil'])
  })

  test('read nothing any more once their site is not vouched for, which waits until somebody else can', () => {
    expect(mayDo(moved, { kind: 'withdraw', site: 'almere' })).toMatchObject({ refusal: 'owner-needed' })
    const back = done(
      moved,
      { kind: 'share', report: 'r3', to: 'carla' },
      { kind: 'share', report: 'r1', to: 'almere/emil' },
    )
    const after = done(back, { kind: 'withdraw', site: 'almere' })
    expect(after.reports.map(({ holders, isKeyDue }) => [holders, isKeyDue])).toEqual([
      [['confidentialAdviser'], true],
      [['contactPerson', 'anna'], false],
      [['carla'], true],
    ])
    expect(canTake(after, reportIn(after, 'r2'), 'almere/contactPerson')).toBe(false)
    expect(canTake(start, reportIn(start, 'r2'), 'almere/contactPerson')).toBe(true)
  })

  test('stay as they are when a namesake of theirs goes at the site itself', () => {
    const same = done(moved, { kind: 'block', holder: 'carla' })
    expect(same.functions.map(({ role: id, isRetired }) => [id, isRetired])).toEqual([
      ['confidentialAdviser', false],
      ['contactPerson', true],
      ['almere/contactPerson', false],
    ])
  })

  test('are known by other ids there than here, whatever happens to them', () => {
    const seen = (change: OwnershipChange) => changeSeenFrom('ede', 'almere', change)
    expect(seen({ kind: 'remove', role: 'contactPerson', holder: 'dora' })).toEqual({
      ...{ kind: 'remove', role: 'almere/contactPerson', holder: 'almere/dora' },
    })
    expect(seen({ kind: 'endDeputy', absent: 'dora', deputy: 'emil' })).toEqual({
      ...{ kind: 'endDeputy', absent: 'almere/dora', deputy: 'almere/emil' },
    })
    expect(seen({ kind: 'rekey', role: 'contactPerson' })).toEqual({ kind: 'rekey', role: 'almere/contactPerson' })
  })
})

test('nobody of a site that is not vouched for can be given anything', () => {
  const closed = schoolWith(staffSeenFrom('ede', 'almere', almere, false))
  for (const holder of ['almere/contactPerson', 'almere/dora'])
    expect(canTake(closed, reportIn(closed, 'r1'), holder)).toBe(false)
})

test('a deputy there is one here, for the same functions', () => {
  const days = { firstDay: '2026-10-19', lastDay: '2026-10-23', hasBegun: true } as const
  const deputies = [{ absent: 'dora', deputy: 'emil', roles: ['contactPerson'], ...days }]
  expect(staffSeenFrom('ede', 'almere', { ...almere, deputies }, true).deputies).toEqual([
    { absent: 'almere/dora', deputy: 'almere/emil', roles: ['almere/contactPerson'], ...days },
  ])
})

test('who stays out does so wherever else they work', () => {
  const places = new Map([['anna', ['anna', 'almere/dora']]])
  expect(everywhere(['anna', 'somebody'], places)).toEqual(['anna', 'almere/dora', 'somebody'])
})

test('what is needed before somebody can go is told for all sites together, and without a number for an adviser', () => {
  const own = { holders: ['contactPerson'], reports: 1 }
  expect(neededWith('ede', own, { holders: ['ede/dora'], reports: 2 })).toEqual({
    ...{ holders: ['contactPerson', 'dora'], reports: 3 },
  })
  const there = { holders: ['ede/confidentialAdviser'], reports: 1 }
  expect(neededWith('ede', own, there)).toEqual({ holders: ['contactPerson', 'confidentialAdviser'], reports: null })
})
