import { expect, test } from 'vitest'
import { siteIdOf } from '../../../api/domain/site-name.ts'

test.each([
  ['Almere', 'almere'],
  ['Den Haag – Zuid', 'den-haag-zuid'],
  ['’s-Hertogenbosch', 's-hertogenbosch'],
  ['Curaçao (nieuw!)', 'curacao-nieuw'],
  ['Site', 'site-1'],
  ['日本', ''],
  ['a'.repeat(60), 'a'.repeat(40)],
])('the address of %s is %s', (name, id) => {
  expect(siteIdOf(name)).toBe(id)
})
