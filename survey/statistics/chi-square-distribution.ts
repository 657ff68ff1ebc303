/**
 * The chance that a chi-square of so many degrees of freedom is at least x: Q(df/2, x/2), the regularized upper incomplete
 * gamma function. By its series where x is small (Abramowitz & Stegun 1964, 6.5.29) and by its continued fraction elsewhere
 * (6.5.31, evaluated after Lentz 1976, Appl Opt 15:668), so that a small chance keeps its digits.
 */
export function chiSquareTail(x: number, df: number): number {
  if (!Number.isSafeInteger(df) || df < 1 || !(x >= 0)) throw new RangeError('not a chi-square')
  if (x === 0) return 1
  const [a, y] = [df / 2, x / 2]
  return y < a + 1 ? 1 - front(a, y) * series(a, y) : front(a, y) * continuedFraction(a, y)
}

/** The chance of a standard normal that is so far from 0 or further, to either side: its square is a chi-square of one degree. */
export const normalTwoSided = (z: number): number => chiSquareTail(z ** 2, 1)

const front = (a: number, y: number): number => Math.exp(a * Math.log(y) - y - logGamma(a))

/** By Γ(a+1) = aΓ(a) from Γ(1) = 1 or Γ(½) = √π, because only halves are asked for. */
function logGamma(a: number): number {
  let [sum, at] = Number.isInteger(a) ? [0, 1] : [Math.log(Math.PI) / 2, 0.5]
  for (; at < a; at++) sum += Math.log(at)
  return sum
}

function series(a: number, y: number): number {
  let term = 1 / a
  let sum = term
  for (let n = 1; term > sum * Number.EPSILON; n++) {
    term *= y / (a + n)
    sum += term
  }
  return sum
}

function continuedFraction(a: number, y: number): number {
  let b = y + 1 - a
  // Far above any true value, as Lentz asks for the first one.
  let c = 1e300
  let d = 1 / b
  let value = d
  for (let n = 1, change = 0; Math.abs(change - 1) > Number.EPSILON && n < 10_000; n++) {
    const numerator = -n * (n - a)
    b += 2
    d = 1 / (b + numerator * d)
    c = b + numerator / c
    change = c * d
    value *= change
  }
  return value
}
