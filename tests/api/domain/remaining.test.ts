import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { remaining } from '../../../api/domain/remaining.ts'

const members: Readonly<Record<string, readonly string[]>> = { adviser: ['anna', 'bram'], contact: ['bram', 'carla'] }
const membersOf = (holder: string) => members[holder] ?? []
const staying = (current: readonly string[], ...out: readonly string[]) => remaining(current, membersOf, new Set(out))

describe('who goes on reading', () => {
  test.each<[string, readonly string[], readonly string[], readonly string[]]>([
    ['everybody, when nobody is out', ['adviser', 'dora'], [], ['adviser', 'dora']],
    ['the others in person, when a member is out', ['adviser', 'dora'], ['anna'], ['bram', 'dora']],
    ['the members in person, when the key of the function is not usable', ['adviser'], ['adviser'], ['anna', 'bram']],
    ['without whoever has left the function', ['adviser', 'anna'], ['adviser', 'adviser/anna'], ['bram', 'anna']],
    ['once, whoever reads in two ways', ['adviser', 'contact'], ['anna', 'carla'], ['bram']],
    ['nobody, when all are out', ['adviser', 'dora'], ['anna', 'bram', 'dora'], []],
  ])('%s', (_, current, out, expected) => {
    expect(staying(current, ...out)).toEqual(expected)
  })
})

const people = ['anna', 'bram', 'carla', 'dora']
const holders = fc.uniqueArray(fc.constantFrom(...people, ...Object.keys(members)))
const outs = fc.uniqueArray(
  fc.constantFrom(...people, ...Object.keys(members), 'adviser/anna', 'adviser/bram', 'contact/carla'),
)
/** Everybody who can open what is sealed to these holders. */
const readersOf = (sealedTo: readonly string[]) =>
  new Set(sealedTo.flatMap((holder) => (membersOf(holder).length > 0 ? membersOf(holder) : [holder])))

describe('whatever changes', () => {
  test('nobody who is out can read on, in person or through a function', () => {
    fc.assert(
      fc.property(holders, outs, (current, out) => {
        const readers = readersOf(staying(current, ...out))
        expect(out.filter((holder) => readers.has(holder))).toEqual([])
      }),
    )
  })

  test('nobody reads on who did not read before, and nobody loses it who is not out', () => {
    fc.assert(
      fc.property(holders, outs, (current, out) => {
        const before = readersOf(current)
        const after = readersOf(staying(current, ...out))
        expect([...after].filter((person) => !before.has(person))).toEqual([])
        const isTouched = (person: string) => out.some((one) => one === person || one.endsWith(`/${person}`))
        const kept = [...before].filter((person) => !isTouched(person))
        expect(kept.filter((person) => !after.has(person))).toEqual([])
      }),
    )
  })
})
