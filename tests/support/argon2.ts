import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import setUp from 'argon2id/lib/setup.js'
import type { Argon2id } from '../../web/crypto/stretch.ts'

const { resolve } = createRequire(import.meta.url)

/** What browsers stretch with: the binary with vector instructions, or the one for browsers that have none. */
export const browserArgon2id = (binary: 'simd' | 'no-simd' = 'simd'): Promise<Argon2id> => {
  const bytes = readFileSync(resolve(`argon2id/dist/${binary}.wasm`))
  const instantiate = (imports: WebAssembly.Imports) => WebAssembly.instantiate(bytes, imports)
  return setUp(instantiate, instantiate)
}
