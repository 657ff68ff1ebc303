/** One test among many: p as it would have to be if it stood alone, and whether it still stands at the level that was asked. */
export type Corrected = Readonly<{ adjusted: number; stands: boolean }>

/**
 * For alarms: the chance that even one of those that stand is false is at most `level`. In order of p, the largest so far of
 * (m−i+1)·pᵢ (Holm 1979, Scand J Stat 6:65).
 *
 * @returns in the order of what came in.
 */
export function holm(ps: readonly number[], level = 0.05): readonly Corrected[] {
  return corrected(ps, level, (ascending) => runningMost(ascending.map((p, i) => p * (ps.length - i))))
}

/**
 * For "look here" lists: of those that stand at most a part `level` is false, in the long run. From the largest p down, the
 * smallest so far of (m/i)·pᵢ (Benjamini & Hochberg 1995, J R Stat Soc B 57:289).
 */
export function benjaminiHochberg(ps: readonly number[], level = 0.05): readonly Corrected[] {
  return corrected(ps, level, (ascending) =>
    runningLeast(ascending.map((p, i) => p * (ps.length / (i + 1))).toReversed()).toReversed(),
  )
}

function corrected(
  ps: readonly number[],
  level: number,
  adjust: (ascending: readonly number[]) => readonly number[],
): readonly Corrected[] {
  if (!ps.every((p) => p >= 0 && p <= 1)) throw new RangeError('not a chance')
  const order = [...ps.keys()].sort((a, b) => (ps[a] ?? 0) - (ps[b] ?? 0))
  const adjusted = adjust(order.map((index) => ps[index] ?? 0)).map((p) => Math.min(1, p))
  const rank = new Map(order.map((index, place) => [index, adjusted[place] ?? 1]))
  return ps.map((_, index) => {
    const p = rank.get(index) ?? 1
    return { adjusted: p, stands: p <= level }
  })
}

const runningMost = (numbers: readonly number[]): readonly number[] => running(numbers, Math.max)
const runningLeast = (numbers: readonly number[]): readonly number[] => running(numbers, Math.min)

function running(numbers: readonly number[], pick: (a: number, b: number) => number): readonly number[] {
  let so = numbers[0] ?? 0
  return numbers.map((number) => {
    so = pick(so, number)
    return so
  })
}
