import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aeres11 } from '../../../../api/domain/protocol/aeres-1-1/protocol.ts'
import type { Protocol, Step } from '../../../../api/domain/protocol/definition.ts'
import { type Interpretation, interpret } from '../../../../api/domain/protocol/interpret.ts'
import { ownerFaults } from '../../../support/protocol/able-owner.ts'
import { orderFaults } from '../../../support/protocol/any-order.ts'
import { hasEffect } from '../../../support/protocol/effect.ts'
import { aeresPaper, closingFaults, doubleRoles, inventedPaper, type Paper } from '../../../support/protocol/endings.ts'
import { invented } from '../../../support/protocol/invented.ts'
import { isSilent, reminderFaults } from '../../../support/protocol/told.ts'
import { type Walk, walks, walkTo } from '../../../support/protocol/walk.ts'
import { stuckOn } from '../../../support/protocol/way-out.ts'
import { nowIn, type World } from '../../../support/protocol/world.ts'

/** What is wrong after a walk, in words; nothing when all is well. */
type Check = (protocol: Protocol, paper: Paper, walk: Walk) => readonly string[]

const atTheEnd =
  (faults: (world: World, paper: Paper) => readonly string[]): Check =>
  (protocol, paper, walk) =>
    faults(walkTo(protocol, walk), paper)

const onTheWay =
  (faults: (world: World, entry: World['entries'][number], paper: Paper) => readonly string[]): Check =>
  (protocol, paper, walk) => {
    const found: string[] = []
    walkTo(protocol, walk, (world, entry) => found.push(...faults(world, entry, paper)))
    return found
  }

const owners = atTheEnd(ownerFaults)
const told = atTheEnd((world) => reminderFaults(world))
const silent = atTheEnd((world) => (isSilent(world) ? ['nobody will ever be reminded'] : []))
const closed = onTheWay((world, entry, paper) => (entry.kind === 'closed' ? closingFaults(world, entry, paper) : []))
const apart = onTheWay((world, _, paper) => doubleRoles(world, paper))
const wayOut = atTheEnd((world, { solved }) => {
  const closing = world.protocol.closings.find(({ key }) => key === solved)
  const stuck = closing ? stuckOn(world, closing) : `there is no ${solved}`
  return stuck === null ? [] : [stuck]
})
const anyOrder = atTheEnd((world) => orderFaults(world))
const effect = onTheWay((world, entry) => (hasEffect(world, entry) ? [] : [`${entry.kind} ${entry.code} does nothing`]))

const aeres: Protocol = aeres11
/** A busy machine is no fault of the program. */
const patience = { timeout: 300_000 }

describe.each([
  ['Aeres', aeres, aeresPaper, 100],
  ['De Linde', invented, inventedPaper, 300],
] as const)(
  'whatever happens in a dossier of %s, in two school years of any region,',
  (_, protocol, paper, numRuns) => {
    test.each([
      ['each open step has somebody who can settle it and is shown so, or somebody who can bring one in', owners],
      ['each term that nears or passes is told, to who can do something about it, and late ones up the line', told],
      ['it never waits without anybody being reminded', silent],
      ['it is closed by who may, with what must be asked before', closed],
      ['nobody has a double role in aftercare', apart],
      ['there is a way to a good end, along what is said to be missing', wayOut],
      ['the answer is the same in whatever order the same entries came in', anyOrder],
      ['what is accepted shows', effect],
    ])('%s', patience, (_name, check) => {
      const faultless = fc.property(walks, (walk) => {
        expect(check(protocol, paper, walk)).toEqual([])
      })
      fc.assert(faultless, { numRuns })
    })
  },
)

/** Whether some walk shows what is wrong. */
const isFound = (check: Check, protocol = aeres, paper = aeresPaper): boolean =>
  fc.check(
    fc.property(walks, (walk) => check(protocol, paper, walk).length === 0),
    { numRuns: 800, endOnFailure: true },
  ).failed

const withStep = (protocol: Protocol, key: string, change: Partial<Step>): Protocol => ({
  ...protocol,
  steps: protocol.steps.map((step) => (step.key === key ? { ...step, ...change } : step)),
})
const withCircumstance = (key: string, by: readonly string[]): Protocol => ({
  ...aeres,
  circumstances: aeres.circumstances.map((one) => (one.key === key ? { ...one, by } : one)),
})
const closedBy = (by: readonly string[]): Protocol => ({
  ...aeres,
  closings: aeres.closings.map((closing) => ({ ...closing, by })),
})
const closedAnyhow: Protocol = {
  ...aeres,
  closings: aeres.closings.map(({ needsAllSettled: _, ...closing }) => ({ ...closing, requires: { always: true } })),
}
const canBeSkipped = (protocol: Protocol, key: string): Protocol => ({
  ...protocol,
  steps: protocol.steps.map(({ isRequired, ...step }) =>
    isRequired && step.key !== key ? { ...step, isRequired } : step,
  ),
})
const remindedWith = (spoil: (now: Interpretation) => Interpretation['reminders']): Check =>
  atTheEnd((world) =>
    reminderFaults(world, (then) => {
      const now = nowIn(then)
      return { ...now, reminders: spoil(now) }
    }),
  )
const forgetful = atTheEnd((world) =>
  orderFaults(world, (protocol, entries, situation) => interpret(protocol, entries.slice(0, -1), situation)),
)

type Spoiled = readonly [fault: string, check: Check, protocol?: Protocol, paper?: Paper]
const spoiled: readonly Spoiled[] = [
  ['an owner whom nobody can bring in', owners, withStep(aeres, 'a1-talk-target', { owner: 'institutionDirector' })],
  ['a decision that its owner may not record', owners, withCircumstance('goes-on', ['director'])],
  ['a last day that is not told', remindedWith((now) => now.reminders.filter(({ kind }) => kind !== 'last-day'))],
  ['a late step that is not told', remindedWith((now) => now.reminders.filter(({ kind }) => kind !== 'late'))],
  ['a late step that goes to nobody else', remindedWith((now) => now.reminders.filter(({ level }) => level === 0))],
  ['a reminder to nobody', remindedWith((now) => now.reminders.map((one) => ({ ...one, holders: [] })))],
  ['moments that are forgotten', remindedWith((now) => now.reminders.filter(({ about }) => 'step' in about))],
  ['a dossier that can be left alone', silent, canBeSkipped(invented, 'volg'), inventedPaper],
  ['a closing by the wrong role', closed, closedBy(['mentor', 'bullyingCoordinator'])],
  ['a good end that asks for nothing', closed, closedAnyhow],
  ['a double role', apart, { ...aeres, aftercare: { ...aeres.aftercare, apart: [] } }],
  ['an end that waits for nobody', wayOut, withStep(aeres, 'n-view-parents', { owner: 'institutionDirector' })],
  ['an end that waits for itself', wayOut, withStep(aeres, 'n-view-parents', { opensWhen: { done: 'n-tell-mentor' } })],
  ['an answer that hangs on what came in last', forgetful],
  [
    ...(['a reopening that sets nothing', effect] as const),
    { ...aeres, reopenings: aeres.reopenings.map((one) => ({ ...one, sets: ['nothing'] })) },
  ],
]

describe('a fault is found:', () => {
  test.each(spoiled.map(([fault, ...spoil]) => ({ fault, spoil })))('$fault', patience, ({ spoil }) => {
    expect(isFound(...spoil)).toBe(true)
  })
})
