import fc from 'fast-check'
import { expect, test } from 'vitest'
import { pickGroups } from '../../../../web/islands/sheet/pick-groups.ts'
import { seededRandom } from '../../crypto/random.ts'

test('three different groups of the sheet are asked, in the order of the paper', () => {
  fc.assert(
    fc.property(fc.constantFrom(7, 14), fc.string(), (groups, seed) => {
      const picked = pickGroups(groups, 3, seededRandom(seed))
      expect(new Set(picked).size).toBe(3)
      expect(picked).toEqual(picked.toSorted((a, b) => a - b))
      for (const index of picked) expect(index).toBeGreaterThanOrEqual(0)
      for (const index of picked) expect(index).toBeLessThan(groups)
    }),
  )
})

test('every group is asked sometimes, and none much more than another', () => {
  const random = seededRandom('groups')
  const counts = Array.from({ length: 7 }, () => 0)
  for (let sheet = 0; sheet < 7000; sheet += 1) {
    for (const index of pickGroups(7, 3, random)) counts[index] = (counts[index] ?? 0) + 1
  }
  for (const count of counts) expect(Math.abs(count - 3000)).toBeLessThan(250)
})
