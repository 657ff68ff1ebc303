import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type OwnedReport,
  type Ownership,
  ownerlessReports,
  ownersOf,
  readersAfter,
} from '../../../api/domain/ownership.ts'
import { applyChange, mayDo, type OwnershipChange } from '../../../api/domain/ownership-changes.ts'

const people = ['anna', 'bram', 'carla', 'daan'] as const
const roles = ['confidentialAdviser', 'contactPerson', 'mentor'] as const
const reports = ['r1', 'r2', 'r3', 'd1', 'd2'] as const
const addressees = [...people, 'confidentialAdviser', 'contactPerson']

const report = (id: string, holders: readonly string[], more: Partial<OwnedReport> = {}): OwnedReport => ({
  ...{ report: id, isOpen: true, holders, recused: [], isKeyDue: false },
  ...more,
})

const start: Ownership = {
  people: [
    { holder: 'anna', isAble: true, dossierRoles: ['confidentialAdviser'] },
    { holder: 'bram', isAble: true, dossierRoles: ['confidentialAdviser', 'mentor'] },
    { holder: 'carla', isAble: true, dossierRoles: ['contactPerson'] },
    { holder: 'daan', isAble: true, dossierRoles: ['mentor'] },
  ],
  functions: [
    {
      role: 'confidentialAdviser',
      members: ['anna', 'bram'],
      keyHolders: ['anna', 'bram'],
      former: [],
      isRetired: false,
    },
    { role: 'contactPerson', members: ['carla'], keyHolders: ['carla'], former: [], isRetired: false },
  ],
  deputies: [],
  reports: [
    ...[report('r1', ['confidentialAdviser']), report('r2', ['contactPerson', 'anna']), report('r3', ['daan'])],
    ...[report('d1', ['daan', 'carla'], { isDossier: true }), report('d2', ['bram'], { isDossier: true })],
  ],
}

const done = (state: Ownership, ...changes: readonly OwnershipChange[]): Ownership => {
  let current = state
  for (const change of changes) {
    const outcome = mayDo(current, change)
    if (!outcome.ok) throw new Error(`${change.kind}: ${outcome.refusal}`)
    current = outcome.value
  }
  return current
}

const reportIn = (state: Ownership, id: string) => state.reports.find((one) => one.report === id) ?? report(id, [])

describe('somebody must be found first', () => {
  test('before the only member of a function that holds a report goes, and says which report and function', () => {
    const only = { ...start, reports: [report('r2', ['contactPerson'])] }
    expect(mayDo(only, { kind: 'remove', role: 'contactPerson', holder: 'carla' })).toEqual({
      ...{ ok: false, refusal: 'owner-needed' },
      needed: [{ report: 'r2', holders: ['contactPerson'] }],
    })
    expect(mayDo(only, { kind: 'leave', holder: 'carla' }).ok).toBe(false)
  })

  test('an appointment without the key is not enough; with the key it is', () => {
    const only = { ...start, reports: [report('r2', ['contactPerson'])] }
    const appointed = done(only, { kind: 'appoint', role: 'contactPerson', holder: 'daan' })
    expect(mayDo(appointed, { kind: 'leave', holder: 'carla' }).ok).toBe(false)
    const confirmed = done(appointed, { kind: 'confirm', role: 'contactPerson', holder: 'daan' })
    const after = done(confirmed, { kind: 'leave', holder: 'carla' })
    expect(ownersOf(after, reportIn(after, 'r2'))).toEqual(['daan'])
  })

  test('before the only reader stays out of a report, unless somebody takes it over in the same step', () => {
    expect(mayDo(start, { kind: 'recuse', report: 'r3', from: 'daan' }).ok).toBe(false)
    const after = done(start, { kind: 'recuse', report: 'r3', from: 'daan', to: 'carla' })
    expect(ownersOf(after, reportIn(after, 'r3'))).toEqual(['carla'])
    expect(reportIn(after, 'r3')).toMatchObject({ isKeyDue: true, recused: ['daan'] })
  })

  test('also when the other reader is only a deputy for a while', () => {
    const away = done(start, { kind: 'startDeputy', absent: 'daan', deputy: 'bram' })
    expect(reportIn(away, 'r3').holders).toEqual(['daan', 'bram'])
    expect(ownersOf(away, reportIn(away, 'r3'))).toEqual(['daan'])
    const standIn = done(start, { kind: 'startDeputy', absent: 'carla', deputy: 'daan' })
    const only = { ...standIn, reports: [report('r2', ['contactPerson'])] }
    expect(mayDo(only, { kind: 'remove', role: 'contactPerson', holder: 'carla' }).ok).toBe(false)
  })

  test('and a deputy must be there: not away as well, nor somebody who is stood in for', () => {
    const away = done(start, { kind: 'startDeputy', absent: 'daan', deputy: 'anna' })
    expect(mayDo(away, { kind: 'startDeputy', absent: 'anna', deputy: 'carla' })).toMatchObject({
      refusal: 'deputy-away',
    })
    expect(mayDo(away, { kind: 'startDeputy', absent: 'bram', deputy: 'daan' })).toMatchObject({
      refusal: 'deputy-away',
    })
  })

  test('before whoever works an open dossier alone has no role left in which they may', () => {
    expect(mayDo(start, { kind: 'remove', role: 'mentor', holder: 'bram' }).ok).toBe(true)
    const alone = { ...start, reports: [report('d1', ['daan'], { isDossier: true })] }
    expect(mayDo(alone, { kind: 'remove', role: 'mentor', holder: 'daan' })).toMatchObject({ refusal: 'owner-needed' })
    const shared = { ...start, reports: [report('d1', ['daan', 'carla'], { isDossier: true })] }
    const after = done(shared, { kind: 'remove', role: 'mentor', holder: 'daan' })
    expect(reportIn(after, 'd1').isKeyDue).toBe(true)
    expect(readersAfter(after, reportIn(after, 'd1'))).toEqual(['carla'])
  })

  test('but never before an account is blocked: the report is counted as alone instead', () => {
    const after = done(start, { kind: 'block', holder: 'daan' })
    expect(ownerlessReports(after).map(({ report: id }) => id)).toEqual(['r3'])
  })
})

describe('what follows for the keys', () => {
  test('a member who goes makes the function take nothing new, and a new key due for what it holds', () => {
    const after = done(start, { kind: 'remove', role: 'confidentialAdviser', holder: 'bram' })
    expect(after.functions[0]).toMatchObject({ keyHolders: ['anna'], isRetired: true })
    expect(after.reports.map(({ isKeyDue }) => isKeyDue)).toEqual([true, false, false, false, false])
    expect(readersAfter(after, reportIn(after, 'r1'))).toEqual(['anna'])
    const renewed = done(after, { kind: 'rekey', role: 'confidentialAdviser' })
    expect(readersAfter(renewed, reportIn(renewed, 'r1'))).toEqual(['confidentialAdviser'])
  })

  test('a function with a member who stays out goes on as its other members, without those who only stand in', () => {
    const state = done(start, { kind: 'startDeputy', absent: 'anna', deputy: 'daan' })
    const out = done(state, { kind: 'recuse', report: 'r1', from: 'anna' })
    expect(readersAfter(out, reportIn(out, 'r1'))).toEqual(['bram'])
  })

  test('after the absence the deputy reads neither the function nor what was shared for the time being', () => {
    const away = done(start, { kind: 'startDeputy', absent: 'anna', deputy: 'daan' })
    expect(reportIn(away, 'r2').holders).toContain('daan')
    const back = done(away, { kind: 'endDeputy', absent: 'anna', deputy: 'daan' })
    expect(back.deputies).toEqual([])
    expect(reportIn(back, 'r2')).toMatchObject({ holders: ['contactPerson', 'anna'], isKeyDue: true })
    expect(back.functions[0]?.isRetired).toBe(true)
  })
})

/** Written apart from the rule: ends every absence, then looks who can open the report with a key of their own. */
function canHandleForGood(state: Ownership, id: string): boolean {
  const settled = state.deputies.reduce<Ownership>(
    (now, { absent, deputy }) => applyChange(now, { kind: 'endDeputy', absent, deputy }),
    state,
  )
  const { holders, recused, isDossier } = reportIn(settled, id)
  return settled.people.some(({ holder, isAble, dossierRoles }) => {
    if (isDossier && !dossierRoles?.length) return false
    const opens =
      holders.includes(holder) ||
      settled.functions.some((one) => holders.includes(one.role) && one.keyHolders.includes(holder))
    return isAble && opens && !recused.includes(holder)
  })
}

const person = fc.constantFrom(...people)
const role = fc.constantFrom(...roles)
const aReport = fc.constantFrom(...reports)
const anybody = fc.constantFrom(...addressees)

const changes: fc.Arbitrary<OwnershipChange> = fc.oneof(
  fc.record({ kind: fc.constantFrom('appoint', 'confirm', 'remove'), role, holder: person }),
  fc.record({ kind: fc.constant('rekey'), role }),
  fc.record({ kind: fc.constantFrom('leave', 'block', 'unblock'), holder: person }),
  fc.record({ kind: fc.constant('share'), report: aReport, to: anybody }),
  fc.record({
    kind: fc.constant('forward'),
    report: aReport,
    from: anybody,
    to: fc.option(anybody, { nil: undefined }),
  }),
  fc.record({ kind: fc.constant('recuse'), report: aReport, from: person, to: fc.option(anybody, { nil: undefined }) }),
  fc.record({
    kind: fc.constant('leaveOut'),
    report: aReport,
    from: anybody,
    to: fc.option(anybody, { nil: undefined }),
  }),
  fc.record({ kind: fc.constantFrom('renewKey', 'close'), report: aReport }),
  fc.record({ kind: fc.constantFrom('startDeputy', 'endDeputy'), absent: person, deputy: person }),
)

/** The reports that a block has left alone, which is all a school may have to be told. */
type Model = { flagged: Set<string> }
type Site = { state: Ownership }

class Change implements fc.Command<Model, Site> {
  readonly change: OwnershipChange

  constructor(change: OwnershipChange) {
    this.change = change
  }

  check = () => true

  run(model: Model, site: Site): void {
    const before = site.state
    const outcome = mayDo(before, this.change)
    if (outcome.ok) site.state = outcome.value
    else expect(outcome.needed.every(({ report: id }) => canHandleForGood(before, id))).toBe(true)
    const alone = site.state.reports.filter(({ report: id, isOpen }) => isOpen && !canHandleForGood(site.state, id))
    const ids = alone.map(({ report: id }) => id)
    expect(ownerlessReports(site.state).map(({ report: id }) => id)).toEqual(ids)
    if (this.change.kind === 'block') for (const id of ids) model.flagged.add(id)
    expect(ids.filter((id) => !model.flagged.has(id))).toEqual([])
    for (const id of model.flagged) if (!ids.includes(id)) model.flagged.delete(id)
    this.#checkKeys(site.state)
  }

  /** A new key goes to all who can handle it for good, and to nobody who stays out or has gone. */
  #checkKeys(state: Ownership): void {
    for (const one of state.reports) {
      const after = applyChange(state, { kind: 'renewKey', report: one.report })
      const renewed = reportIn(after, one.report)
      if (ownersOf(state, one).length > 0) expect(ownersOf(after, renewed)).not.toEqual([])
      const gone = state.people
        .filter(({ isAble, dossierRoles }) => !isAble || (one.isDossier && !dossierRoles?.length))
        .map(({ holder }) => holder)
      const opens = state.functions.filter((f) => renewed.holders.includes(f.role)).flatMap((f) => f.keyHolders)
      const readers = [...renewed.holders, ...opens]
      expect(readers).toEqual(expect.arrayContaining([...ownersOf(state, one)]))
      expect(readers.filter((holder) => gone.includes(holder) || one.recused.includes(holder))).toEqual([])
    }
  }

  toString(): string {
    return JSON.stringify(this.change)
  }
}

test('whatever happens at a school, no open report is left without somebody who can and may handle it, unless by a block', () => {
  fc.assert(
    fc.property(fc.commands([changes.map((change) => new Change(change))], { maxCommands: 30 }), (commands) =>
      fc.modelRun(() => ({ model: { flagged: new Set<string>() }, real: { state: start } }), commands),
    ),
    { numRuns: 3000 },
  )
})
