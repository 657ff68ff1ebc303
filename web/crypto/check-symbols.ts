/**
 * The two check symbols of an access code and of a block of a recovery sheet: a Reed–Solomon code over GF(32), of at
 * most 31 symbols, with zeros at α¹ and α². Its distance is 3, so any one or two wrong symbols are found for certain;
 * of other mistakes about 1 in 1,024 passes.
 * (With a zero at α⁰ the sum would not notice a change of order, and 1 in 32 codes with two groups changed about
 * would pass.)
 */

/** x⁵ + x² + 1, which is primitive: the powers of α = 2 run through all 31 values that are not zero. */
const modulus = 0b100101

function timesAlpha(value: number): number {
  const doubled = value << 1
  return doubled > 31 ? doubled ^ modulus : doubled
}

const timesAlphaSquared = (value: number) => timesAlpha(timesAlpha(value))

/** The symbols as a polynomial, last symbol lowest, at α and at α². Both are zero for a code without a mistake. */
const syndromes = (values: readonly number[]): readonly [number, number] => [
  values.reduce((sum, value) => timesAlpha(sum) ^ value, 0),
  values.reduce((sum, value) => timesAlphaSquared(sum) ^ value, 0),
]

/** The two values that, put behind these, make both sums zero. */
export function checkValues(secret: readonly number[]): [number, number] {
  const [atAlpha, atAlphaSquared] = syndromes([...secret, 0, 0])
  // For check values p and q: αp + q = atAlpha and α²p + q = atAlphaSquared, so (α + α²)p is the sum of both.
  const first = divided(atAlpha ^ atAlphaSquared)
  return [first, timesAlpha(first) ^ atAlpha]
}

export const hasNoMistake = (values: readonly number[]): boolean => syndromes(values).every((sum) => sum === 0)

/** The one x with (α + α²)x = value, looked up among all 32. */
function divided(value: number): number {
  for (let x = 0; x < 32; x += 1) if ((timesAlpha(x) ^ timesAlphaSquared(x)) === value) return x
  throw new Error('not an element of GF(32)')
}
