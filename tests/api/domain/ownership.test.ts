import { describe, expect, test } from 'vitest'
import { type Ownership, ownerlessReports, ownersOf, readersAfter } from '../../../api/domain/ownership.ts'
import { mayDo, type OwnershipChange, whereNeeded } from '../../../api/domain/ownership-changes.ts'
import { autumn, report, reportIn, start, winter } from './small-site.ts'

const done = (state: Ownership, ...changes: readonly OwnershipChange[]): Ownership => {
  let current = state
  for (const change of changes) {
    const outcome = mayDo(current, change)
    if (!outcome.ok) throw new Error(`${change.kind}: ${outcome.refusal}`)
    current = outcome.value
  }
  return current
}

describe('somebody must be found first', () => {
  test('before the only member of a function that holds a report goes, and says which report and function', () => {
    const only = { ...start, reports: [report('r2', ['contactPerson'])] }
    expect(mayDo(only, { kind: 'remove', role: 'contactPerson', holder: 'carla' })).toEqual({
      ...{ ok: false, refusal: 'owner-needed' },
      needed: [{ report: 'r2', holders: ['contactPerson'] }],
    })
    expect(mayDo(only, { kind: 'leave', holder: 'carla' }).ok).toBe(false)
  })

  test('named by what the one who goes holds, with the number except for a vertrouwenspersoon', () => {
    const both = { ...start, reports: [report('r1', ['contactPerson', 'daan']), report('r2', ['carla'])] }
    expect(whereNeeded({ ...both, people: both.people.slice(0, 3) }, { kind: 'leave', holder: 'carla' })).toEqual({
      ...{ holders: ['contactPerson', 'carla'], reports: 2 },
    })
    const adviser = done(start, { kind: 'remove', role: 'confidentialAdviser', holder: 'bram' })
    const rekeyed = done(adviser, { kind: 'rekey', role: 'confidentialAdviser' }, { kind: 'renewKey', report: 'r1' })
    expect(whereNeeded(rekeyed, { kind: 'remove', role: 'confidentialAdviser', holder: 'anna' })).toEqual({
      ...{ holders: ['confidentialAdviser'], reports: null },
    })
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
    const away = done(start, { kind: 'startDeputy', absent: 'daan', deputy: 'bram', ...autumn })
    expect(reportIn(away, 'r3').holders).toEqual(['daan', 'bram'])
    expect(ownersOf(away, reportIn(away, 'r3'))).toEqual(['daan'])
    const standIn = done(start, { kind: 'startDeputy', absent: 'carla', deputy: 'daan', ...autumn })
    const only = { ...standIn, reports: [report('r2', ['contactPerson'])] }
    expect(mayDo(only, { kind: 'remove', role: 'contactPerson', holder: 'carla' }).ok).toBe(false)
  })

  test('and a deputy must be there: not away as well, nor somebody who is stood in for', () => {
    const away = done(start, { kind: 'startDeputy', absent: 'daan', deputy: 'anna', ...autumn })
    expect(mayDo(away, { kind: 'startDeputy', absent: 'anna', deputy: 'carla', ...autumn })).toMatchObject({
      refusal: 'deputy-away',
    })
    expect(mayDo(away, { kind: 'startDeputy', absent: 'bram', deputy: 'daan', ...autumn })).toMatchObject({
      refusal: 'deputy-away',
    })
  })

  test('on other days somebody who is away then can stand in, and nobody is away twice', () => {
    const away = done(start, { kind: 'startDeputy', absent: 'daan', deputy: 'anna', ...autumn })
    const planned = done(away, { kind: 'planDeputy', absent: 'anna', deputy: 'daan', ...winter })
    expect(planned.deputies.map(({ hasBegun }) => hasBegun)).toEqual([true, false])
    expect(mayDo(planned, { kind: 'moveDeputy', absent: 'anna', deputy: 'daan', ...autumn })).toMatchObject({
      refusal: 'deputy-away',
    })
    expect(mayDo(planned, { kind: 'planDeputy', absent: 'daan', deputy: 'bram', ...winter })).toMatchObject({
      refusal: 'absence-there',
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
    const state = done(start, { kind: 'startDeputy', absent: 'anna', deputy: 'daan', ...autumn })
    const out = done(state, { kind: 'recuse', report: 'r1', from: 'anna' })
    expect(readersAfter(out, reportIn(out, 'r1'))).toEqual(['bram'])
  })

  test('after the absence the deputy reads neither the function nor what was shared for the time being', () => {
    const away = done(start, { kind: 'startDeputy', absent: 'anna', deputy: 'daan', ...autumn })
    expect(reportIn(away, 'r2').holders).toContain('daan')
    const back = done(away, { kind: 'endDeputy', absent: 'anna', deputy: 'daan' })
    expect(back.deputies).toEqual([])
    expect(reportIn(back, 'r2')).toMatchObject({ holders: ['contactPerson', 'anna'], isKeyDue: true })
    expect(back.functions[0]?.isRetired).toBe(true)
  })
})

describe('an absence that is planned', () => {
  const planned = done(start, { kind: 'planDeputy', absent: 'anna', deputy: 'daan', ...winter })

  test('that is called off takes back what was laid ready, and the function keeps its key', () => {
    const off = done(planned, { kind: 'endDeputy', absent: 'anna', deputy: 'daan' })
    expect(off.functions).toEqual(start.functions)
    expect(reportIn(off, 'r2')).toMatchObject({ holders: ['contactPerson', 'anna'], standIns: [], isKeyDue: true })
  })

  test('that has begun ends as any, with a new key for the function', () => {
    const back = done(
      planned,
      { kind: 'beginDeputy', absent: 'anna', deputy: 'daan' },
      { kind: 'endDeputy', absent: 'anna', deputy: 'daan' },
    )
    expect(back.functions[0]?.isRetired).toBe(true)
  })
})

describe('a report that comes in while its reader is away', () => {
  const away = done(start, { kind: 'startDeputy', absent: 'daan', deputy: 'bram', ...autumn })

  test('is the deputy’s only until the other is back', () => {
    const standIns = [{ absent: 'daan', deputy: 'bram' }]
    const told = done(away, { kind: 'tell', report: 'r3', holders: ['daan'], standIns })
    expect(reportIn(told, 'r3').holders).toEqual(['daan', 'bram'])
    const only = { ...told, reports: [reportIn(told, 'r3')] }
    expect(mayDo(only, { kind: 'leave', holder: 'bram' }).ok).toBe(true)
    const back = done(told, { kind: 'endDeputy', absent: 'daan', deputy: 'bram' })
    expect(reportIn(back, 'r3')).toMatchObject({ holders: ['daan'], standIns: [], isKeyDue: true })
  })

  test('stays theirs when it was addressed to both', () => {
    const told = done(away, { kind: 'tell', report: 'r3', holders: ['daan', 'bram'], standIns: [] })
    const back = done(told, { kind: 'endDeputy', absent: 'daan', deputy: 'bram' })
    expect(reportIn(back, 'r3')).toMatchObject({ holders: ['daan', 'bram'], isKeyDue: false })
  })

  test('becomes theirs when the other leaves it, or the school', () => {
    const left = done(away, { kind: 'leave', holder: 'daan' })
    expect(reportIn(left, 'r3').holders).toEqual(['bram'])
    expect(ownersOf(left, reportIn(left, 'r3'))).toEqual(['bram'])
    const handed = done(away, { kind: 'forward', report: 'r3', from: 'daan' })
    const back = done(handed, { kind: 'endDeputy', absent: 'daan', deputy: 'bram' })
    expect(reportIn(back, 'r3').holders).toEqual(['bram'])
  })
})
