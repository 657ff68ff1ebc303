import plain from 'argon2id/dist/no-simd.wasm?url'
import vector from 'argon2id/dist/simd.wasm?url'
import setUp from 'argon2id/lib/setup.js'
import type { Argon2id } from '../../crypto/stretch.ts'

/**
 * Argon2id for a worker. The binary with vector instructions is fetched first; a browser that has none takes the other.
 * Each is a kilobyte; inside a script, as text, both would come to everybody.
 */
export const loadArgon2id = (): Promise<Argon2id> => setUp(from(vector), from(plain))

const from = (url: string) => async (imports: WebAssembly.Imports) => {
  const answer = await fetch(url)
  return WebAssembly.instantiate(await answer.arrayBuffer(), imports)
}
