/**
 * The two check symbols of an access code: a Reed–Solomon code over GF(32) of 16 symbols, with zeros at α⁰ and α¹.
 * Its distance is 3, so any one or two wrong symbols are found for certain; of all other mistakes 1 in 1,024 passes.
 */

/** x⁵ + x² + 1, which is primitive: the powers of α = 2 run through all 31 values that are not zero. */
const modulus = 0b100101

function timesAlpha(value: number): number {
  const doubled = value << 1
  return doubled > 31 ? doubled ^ modulus : doubled
}

/** Both zero for a code without a mistake: the sum of the symbols, and their sum weighted by powers of α. */
function syndromes(values: readonly number[]): { sum: number; weighted: number } {
  let sum = 0
  let weighted = 0
  for (const value of values) {
    sum ^= value
    weighted = timesAlpha(weighted) ^ value
  }
  return { sum, weighted }
}

/** The two values that, put behind these, make both sums zero. */
export function checkValues(secret: readonly number[]): [number, number] {
  const { sum, weighted } = syndromes([...secret, 0, 0])
  // For check symbols p, q: p + q = sum and αp + q = weighted, so (α + 1)p = sum + weighted.
  const first = overAlphaPlusOne(sum ^ weighted)
  return [first, first ^ sum]
}

export function hasNoMistake(values: readonly number[]): boolean {
  const { sum, weighted } = syndromes(values)
  return sum === 0 && weighted === 0
}

/** The one x with αx + x = value, looked up among all 32. */
function overAlphaPlusOne(value: number): number {
  for (let x = 0; x < 32; x += 1) if ((timesAlpha(x) ^ x) === value) return x
  throw new Error('not an element of GF(32)')
}
