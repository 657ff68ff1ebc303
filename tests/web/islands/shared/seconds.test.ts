import { expect, test } from 'vitest'
import { secondsInWords } from '../../../../web/islands/shared/seconds.ts'

test('one second is not "1 seconden"', () => {
  expect([1, 30].map(secondsInWords)).toEqual(['1 seconde', '30 seconden'])
})
