import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  certifiedMembers,
  type KeyedFunction,
  type KeyGeneration,
  mayLetIn,
  mayMakeKey,
} from '../../../api/domain/function-key.ts'

const key = (keyHolders: readonly string[], more: Partial<KeyGeneration> = {}): KeyGeneration => ({
  ...{ generation: 1, isRetired: false, isSigned: true, keyHolders },
  ...more,
})
const of = (
  generations: readonly KeyGeneration[],
  lasting: readonly string[],
  deputies: readonly string[] = [],
): KeyedFunction => ({ generations, lasting, deputies })
const refused = (refusal: string) => ({ ok: false, refusal })

describe('the next key of a function', () => {
  test('is the first when there is none, by any member', () => {
    expect(mayMakeKey(of([], ['a', 'b']), 'b')).toEqual({ ok: true, value: { generation: 1, others: [] } })
  })

  test('is not made while the last one is good, nor by who is no member', () => {
    expect(mayMakeKey(of([key(['a'])], ['a']), 'a')).toEqual(refused('key-not-needed'))
    expect(mayMakeKey(of([], ['a']), 'c')).toEqual(refused('not-a-member'))
    expect(mayMakeKey(of([], ['a'], ['d']), 'd')).toEqual(refused('not-a-member'))
  })

  test('goes to all who had the last one and stay, a deputy among them', () => {
    const retired = key(['a', 'b', 'd', 'gone'], { isRetired: true })
    const may = mayMakeKey(of([retired], ['a', 'b', 'new'], ['d']), 'a')
    expect(may).toEqual({ ok: true, value: { generation: 2, others: ['b', 'd'] } })
  })

  test('is not made by somebody new while one who had it is still there', () => {
    expect(mayMakeKey(of([key(['a'], { isRetired: true })], ['a', 'new']), 'new')).toEqual(refused('key-not-yours'))
  })

  test('begins anew when nobody is left who had one', () => {
    const may = mayMakeKey(of([key(['gone'], { isRetired: true })], ['new']), 'new')
    expect(may).toEqual({ ok: true, value: { generation: 2, others: [] } })
  })

  test('begins anew when all who had it lost their keys', () => {
    const lost = of([key([])], ['a', 'b'])
    expect(mayMakeKey(lost, 'b')).toEqual({ ok: true, value: { generation: 2, others: [] } })
  })

  test('never goes to somebody who is not appointed', () => {
    const ids = fc.uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e'), { maxLength: 5 })
    fc.assert(
      fc.property(ids, ids, ids, (keyHolders, lasting, deputies) => {
        const may = mayMakeKey(of([key(keyHolders, { isRetired: true })], lasting, deputies), lasting[0] ?? 'a')
        const others = may.ok ? may.value.others : []
        expect(others.filter((one) => ![...lasting, ...deputies].includes(one))).toEqual([])
      }),
    )
  })
})

describe('letting in', () => {
  const both = [key(['a'], { generation: 2 }), key(['a', 'gone'])]

  test('goes with every key the member has', () => {
    expect(mayLetIn(of(both, ['a', 'new']), 'a', 'new')).toEqual({ ok: true, value: [2, 1] })
    expect(mayLetIn(of(both, ['a'], ['d']), 'a', 'd')).toEqual({ ok: true, value: [2, 1] })
  })

  test.each<[string, KeyedFunction, string, string, string]>([
    ['somebody who was not appointed', of(both, ['a']), 'a', 'x', 'not-a-member'],
    ['by a deputy', of([key(['a', 'd'])], ['a', 'new'], ['d']), 'd', 'new', 'not-a-member'],
    ['by who has no key', of(both, ['a', 'b', 'new']), 'b', 'new', 'key-not-yours'],
    ['with a key that is not signed', of([key(['a'], { isSigned: false })], ['a', 'b']), 'a', 'b', 'key-not-yours'],
    ['with a key that is retired', of([key(['a'], { isRetired: true })], ['a', 'b']), 'a', 'b', 'key-not-yours'],
    ['somebody who has it', of([key(['a', 'b'])], ['a', 'b']), 'a', 'b', 'key-not-needed'],
  ])('is refused to %s', (_, keyed, by, to, refusal) => {
    expect(mayLetIn(keyed, by, to)).toEqual(refused(refusal))
  })
})

test('a certificate names lasting members with the newest key, in one order', () => {
  expect(certifiedMembers(of([key(['c', 'a', 'd', 'gone'])], ['c', 'b', 'a'], ['d']))).toEqual(['a', 'c'])
  expect(certifiedMembers(of([], ['a']))).toEqual([])
})
