import fc from 'fast-check'
import type { Share } from '../../../survey/statistics/share.ts'

/** A share of at least one answer. */
export const shares = (most = 3000): fc.Arbitrary<Share> =>
  fc.integer({ min: 1, max: most }).chain((of) => fc.nat(of).map((count) => ({ count, of })))

/** A share together with how many students there are, from as many as answered. */
export const sharesOfPopulation = (most = 3000): fc.Arbitrary<readonly [Share, number]> =>
  shares(most).chain((share) => fc.integer({ min: share.of, max: most * 2 }).map((all) => [share, all] as const))

export const turned = ({ count, of }: Share): Share => ({ count: of - count, of })

/** What a formula gave; a test that asks for a figure where there is none fails here. */
export function figureOf<Value>(figure: { ok: true; value: Value } | { ok: false; refusal: string }): Value {
  if (!figure.ok) throw new Error(figure.refusal)
  return figure.value
}

export function present<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('no figure')
  return value
}
