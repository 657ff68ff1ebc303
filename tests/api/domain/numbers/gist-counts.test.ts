import fc from 'fast-check'
import { expect, test } from 'vitest'
import { gistForms, gistPlaces } from '../../../../api/domain/dossier/gist.ts'
import { type Gist, gistCodes, gistMeasures, publishGists } from '../../../../api/domain/numbers/gist-counts.ts'
import { tableFrom } from '../../../../survey/release/family.ts'
import { isSmall, smallest } from '../../../../survey/release/protect.ts'
import { Attacker, countsOf } from '../../../survey/release/attacker.ts'

const open = (gists: readonly Gist[]) => ({ gists, isHidden: false })
const gists = fc.array(
  fc.record({ form: fc.constantFrom(...gistForms.slice(0, 4)), place: fc.constantFrom(...gistPlaces.slice(0, 3)) }),
  { maxLength: 40 },
)
const axes = [
  { size: 1, hasTotal: false },
  { size: 2, hasTotal: true },
]

test('who has both halves and the year, by kind and by place, finds no small count', () => {
  fc.assert(
    fc.property(gists, gists, (one, two) => {
      const early = publishGists(open(one), null, false).half
      const { half, year } = publishGists(open(two), { ...open(one), published: early }, false)
      const shownOf = (measure: string, code: string) =>
        [early, half, year ?? []].map(
          (rows) => rows.find((r) => r.measure === measure && r.code === code)?.count ?? null,
        )
      const shown = {
        totals: shownOf('forms', 'total'),
        parts: gistMeasures.map((measure) => gistCodes[measure].map((code) => shownOf(measure, code))),
      }
      expect(shownOf('places', 'total')).toEqual(shown.totals)
      const count = (list: readonly Gist[], measure: string, code: string) =>
        list.filter(({ form, place }) => (measure === 'forms' ? form : place) === code).length
      const table = tableFrom(
        axes,
        gistMeasures.map((measure) =>
          gistCodes[measure].map((code) => [count(one, measure, code), count(two, measure, code)]),
        ),
      )
      const attacker = new Attacker(axes, shown)
      const leaks = countsOf(table)
        .filter(({ count: real }) => isSmall(real))
        .filter(({ at }) => !attacker.canBe(at, { max: 0 }) || !attacker.canBe(at, { min: smallest }))
      expect(leaks).toEqual([])
    }),
    { numRuns: 60 },
  )
})

const ten = Array.from({ length: 10 }, () => ({ form: 'verbal', place: 'corridor' }))
const shown = (rows: readonly Readonly<{ count: number | null }>[] | null) =>
  rows?.filter(({ count }) => count !== null)

test('where the number of dossiers is hidden, nothing of it is told here', () => {
  expect(shown(publishGists({ gists: ten, isHidden: true }, null, false).half)).toEqual([])
  const first = { ...open(ten), published: publishGists(open(ten), null, false).half }
  const { half, year } = publishGists(open(ten), first, true)
  expect(shown(half)).not.toEqual([])
  expect(shown(year)).toEqual([])
})

test('where the first half no longer counts as it did, nothing is told of the year', () => {
  const first = { ...open(ten.slice(1)), published: publishGists(open(ten), null, false).half }
  expect(shown(publishGists(open(ten), first, false).year)).toEqual([])
})

test('what a newer version wrote counts as something else', () => {
  const newer = ten.map(() => ({ form: 'newer', place: 'newer' }))
  const { half } = publishGists(open(newer), null, false)
  expect(half.filter(({ count }) => count === 10).map(({ code }) => code)).toEqual([
    'total',
    'other',
    'total',
    'elsewhere',
  ])
})
