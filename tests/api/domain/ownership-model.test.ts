import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canTake, type Ownership, ownerlessReports, ownersOf } from '../../../api/domain/ownership.ts'
import { applyChange, mayDo, type OwnershipChange } from '../../../api/domain/ownership-changes.ts'
import { addressees, autumn, people, report, reportIn, reports, roles, start, winter } from './small-site.ts'

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

const days = fc.constantFrom(autumn, winter)

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
  fc
    .record({ kind: fc.constantFrom('startDeputy', 'planDeputy', 'moveDeputy'), absent: person, deputy: person, days })
    .map(({ days: period, ...change }) => ({ ...change, ...period })),
  fc.record({ kind: fc.constantFrom('beginDeputy', 'endDeputy'), absent: person, deputy: person }),
  fc.constant({ kind: 'withdraw', site: 'almere' } as const),
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

/** Somebody who is told of nobody else: to people who are there, and for who is away to the deputy as well. */
class Told implements fc.Command<Model, Site> {
  readonly report: string
  readonly to: readonly string[]

  constructor(report: string, to: readonly string[]) {
    this.report = report
    this.to = to
  }

  check = () => true

  run(model: Model, site: Site): void {
    const { state } = site
    const empty = report(this.report, [])
    if (reportIn(state, this.report).isOpen || !this.to.every((holder) => canTake(state, empty, holder))) return
    const standIns = state.deputies.filter(
      ({ absent, deputy, hasBegun }) =>
        hasBegun && this.to.includes(absent) && !this.to.includes(deputy) && canTake(state, empty, deputy),
    )
    new Change({ kind: 'tell', report: this.report, holders: this.to, standIns }).run(model, site)
  }

  toString(): string {
    return `tell ${this.report} to ${this.to.join()}`
  }
}

const told = fc
  .record({ id: fc.constantFrom('r1', 'r2', 'r3'), to: fc.uniqueArray(anybody, { minLength: 1, maxLength: 3 }) })
  .map(({ id, to }) => new Told(id, to))

test('whatever happens at a school, no open report is left without somebody who can and may handle it, unless by a block', () => {
  fc.assert(
    fc.property(fc.commands([changes.map((change) => new Change(change)), told], { maxCommands: 30 }), (commands) =>
      fc.modelRun(() => ({ model: { flagged: new Set<string>() }, real: { state: start } }), commands),
    ),
    { numRuns: 3000 },
  )
})
