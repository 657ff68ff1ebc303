import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkOrder, type Gap, type Numbered } from '../../../web/crypto/order.ts'
import { histories, isKnownTo, isOutOfOrder } from './history.ts'

const nothingWrong = { copies: new Set(), twins: new Set(), misplaced: new Set(), gaps: [] }
const numbersIn = (gaps: readonly Gap[]) =>
  gaps.flatMap(({ author, from, to }) =>
    Array.from({ length: to - from + 1 }, (_, index) => `${author} ${from + index}`),
  )
const runs = { numRuns: 1_000 }

describe('the order of a conversation', () => {
  test('of honest people behind an honest server has nothing wrong with it', () => {
    fc.assert(
      fc.property(histories(14), (said) => {
        expect(checkOrder(said)).toMatchObject(nothingWrong)
      }),
      runs,
    )
  })

  test('shows every message left out, but those that nobody still there had read', () => {
    const cut = histories(12).chain((said) => fc.tuple(fc.constant(said), fc.subarray(said)))
    fc.assert(
      fc.property(cut, ([said, left]) => {
        const order = checkOrder(left)
        const noticeable = said
          .filter((message) => !left.includes(message))
          .filter((dropped) => left.some((message) => isKnownTo(dropped, message)))
        expect(numbersIn(order.gaps).toSorted()).toEqual(noticeable.map(({ signature }) => signature).toSorted())
        expect({ ...order, gaps: [] }).toMatchObject(nothingWrong)
      }),
      runs,
    )
  })

  test('shows a message moved to before something its author knew, and no other move', () => {
    const shuffled = histories(9).chain((said) =>
      fc.shuffledSubarray(said, { minLength: said.length, maxLength: said.length }),
    )
    fc.assert(
      fc.property(shuffled, (said) => {
        const order = checkOrder(said)
        expect(order.misplaced.size > 0).toBe(isOutOfOrder(said))
        expect({ ...order, misplaced: new Set() }).toMatchObject(nothingWrong)
      }),
      runs,
    )
  })

  test('shows every copy, wherever it was put', () => {
    const doubled = histories(9).chain((said) => fc.tuple(fc.constant(said), fc.nat(said.length - 1), fc.nat(9)))
    fc.assert(
      fc.property(doubled, ([said, from, steps]) => {
        const copy = said[from]
        const to = Math.min(said.length, from + 1 + steps)
        if (!copy) throw new Error('no message to copy')
        expect(checkOrder(said.toSpliced(to, 0, copy))).toMatchObject({ ...nothingWrong, copies: new Set([to]) })
      }),
      runs,
    )
  })

  test('tells two messages under one number from a copy', () => {
    const first: Numbered = { author: 'reporter', number: 1, seen: {}, signature: 'one' }
    const order = checkOrder([first, { ...first, signature: 'two' }])
    expect(order).toMatchObject({ ...nothingWrong, twins: new Set([1]) })
  })

  test('gives one gap for a run of numbers, however long', () => {
    const late: Numbered = { author: 'anna', number: 1_000_000, seen: { reporter: 100_000 }, signature: '' }
    expect(checkOrder([late]).gaps).toEqual([
      { author: 'anna', from: 1, to: 999_999 },
      { author: 'reporter', from: 1, to: 100_000 },
    ])
  })

  test('takes nobody’s word about themselves', () => {
    const boast: Numbered = { author: 'anna', number: 1, seen: { anna: 9 }, signature: '' }
    expect(checkOrder([boast])).toMatchObject(nothingWrong)
  })

  test('keeps its head with authors that are called like parts of the language', () => {
    const odd: Numbered = { author: 'constructor', number: 1, seen: { toString: 1 }, signature: '' }
    const order = checkOrder([odd])
    expect([...order.highest]).toEqual([['constructor', 1]])
    expect(order.gaps).toEqual([{ author: 'toString', from: 1, to: 1 }])
  })

  test('knows the highest number that is there, and the highest that anybody has read', () => {
    const order = checkOrder([
      { author: 'reporter', number: 1, seen: {}, signature: 'a' },
      { author: 'anna', number: 1, seen: { reporter: 3 }, signature: 'b' },
    ])
    expect(Object.fromEntries(order.highest)).toEqual({ reporter: 1, anna: 1 })
    expect(Object.fromEntries(order.known)).toEqual({ reporter: 3, anna: 1 })
  })
})
