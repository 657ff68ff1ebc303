/** How many of those who answered said it. */
export type Share = Readonly<{ count: number; of: number }>

/** From low to high, both ends included. */
export type Interval = Readonly<{ low: number; high: number }>

/** The standard normal quantiles of two-sided 95% and 99.8%: R, `qnorm(c(.975, .999))`. */
export const z95 = 1.959963984540054
export const z998 = 3.090232306167813

/** A share that cannot be is a fault of the program, not of the school. */
export function checkShare({ count, of }: Share): void {
  checkCounts([count, of])
  if (count > of) throw new RangeError('more said it than answered')
}

export function checkCounts(counts: readonly number[]): void {
  if (!counts.every((count) => Number.isSafeInteger(count) && count >= 0)) throw new RangeError('not a count')
}

export const sumOf = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0)
