import { createHash } from 'node:crypto'
import type { Random } from '../../../web/crypto/random.ts'

/** The same bytes for the same seed, in every run. */
export function seededRandom(seed: string): Random {
  let held = Buffer.alloc(0)
  let blocks = 0
  return (bytes) => {
    while (held.length < bytes) {
      blocks += 1
      const block = createHash('shake256', { outputLength: 65_536 }).update(`${seed} ${blocks}`).digest()
      held = Buffer.concat([held, block])
    }
    const drawn = new Uint8Array(held.subarray(0, bytes))
    held = held.subarray(bytes)
    return drawn
  }
}
