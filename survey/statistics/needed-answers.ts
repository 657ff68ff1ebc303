import { checkCounts, z95 } from './share.ts'

/**
 * How many answers it takes for a share to be known within a margin: n₀ = z²p(1−p)/e², and of a population of N
 * n₀ / (1 + (n₀−1)/N), rounded up (Cochran 1977, Sampling Techniques, 4.4; the table of Krejcie & Morgan 1970,
 * Educ Psychol Meas 30:607 rounds to the nearest).
 *
 * @param population - null when nobody knows how many there are.
 * @param expected - the share that is expected; a half asks for most answers.
 * @returns null for a population of nobody.
 */
export function neededAnswers(population: number | null, margin: number, expected = 0.5, z = z95): number | null {
  if (!(margin > 0 && margin < 1) || !(expected > 0 && expected < 1)) throw new RangeError('not a share')
  const unlimited = (z ** 2 * expected * (1 - expected)) / margin ** 2
  if (population === null) return Math.ceil(unlimited)
  checkCounts([population])
  // Below one answer the formula would ask for more than there are.
  return population === 0 ? null : Math.min(population, Math.ceil(unlimited / (1 + (unlimited - 1) / population)))
}
