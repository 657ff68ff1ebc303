import { expect, test } from 'vitest'
import { fill } from '../../../web/text/fill.ts'

test('values take the place of their names', () => {
  expect(fill('Bel {phone}, {phone} of {name} ({days})', { phone: '112', name: '$&', days: 2 })).toBe(
    'Bel 112, 112 of $& (2)',
  )
})

test('a value is not filled again', () => {
  expect(fill('{name}', { name: '{days}' })).toBe('{days}')
})

test('a name without a value is a mistake, not a text', () => {
  expect(() => fill('{site}', { name: 'Ede' })).toThrow('{site}')
})
