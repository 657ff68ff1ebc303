import { expect, test } from 'vitest'
import { DoubleEscape } from '../../../../web/islands/staff-area/double-escape.ts'

type Press = Partial<Pick<KeyboardEvent, 'key' | 'repeat' | 'isComposing'>> & { at: number }

/** Which of these presses blank the screen. */
function heard(...presses: Press[]): boolean[] {
  const doubleEscape = new DoubleEscape()
  return presses.map(({ at, key = 'Escape', repeat = false, isComposing = false }) =>
    doubleEscape.press({ key, repeat, isComposing, timeStamp: at } as KeyboardEvent),
  )
}

test('Escape twice within a second is heard, once is not', () => {
  expect(heard({ at: 0 })).toEqual([false])
  expect(heard({ at: 0 }, { at: 900 })).toEqual([false, true])
  expect(heard({ at: 0 }, { at: 1_100 }, { at: 2_000 })).toEqual([false, false, true])
})

test('another key in between begins anew', () => {
  expect(heard({ at: 0 }, { at: 100, key: 'a' }, { at: 200 })).toEqual([false, false, false])
})

test('holding the key down, or ending what one composes with it, is no second press', () => {
  expect(heard({ at: 0 }, { at: 500, repeat: true })).toEqual([false, false])
  expect(heard({ at: 0 }, { at: 500, isComposing: true })).toEqual([false, false])
})

test('a third press does not count as the second again', () => {
  expect(heard({ at: 0 }, { at: 100 }, { at: 200 })).toEqual([false, true, false])
})
