import { draw, type Random } from '../../crypto/random.ts'

/** This many places of a list, each as likely as the others, from low to high. */
export function pickGroups(groups: number, wanted: number, random: Random): readonly number[] {
  const left = Array.from({ length: groups }, (_, index) => index)
  return Array.from({ length: Math.min(wanted, groups) }, () => {
    const [chance = 0] = new Uint32Array(draw(random, 4).buffer)
    return left.splice(chance % left.length, 1)[0] ?? 0
  }).sort((a, b) => a - b)
}
