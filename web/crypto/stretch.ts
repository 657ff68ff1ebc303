import { type AccessCode, secretSymbols } from './access-code.ts'
import { concat, utf8 } from './bytes.ts'

/** How much work one guess costs. A version once used in earnest is never changed, only followed by a newer one. */
export type Stretch = Readonly<{ version: number; memoryKiB: number; passes: number }>

/**
 * Argon2id, which whoever calls brings along: a browser fetches its binary, Node reads a file or has it built in.
 * `memorySize` is in KiB.
 */
export type Argon2id = (
  input: Readonly<{
    password: Uint8Array
    salt: Uint8Array
    passes: number
    memorySize: number
    parallelism: number
    tagLength: number
  }>,
) => Uint8Array | Promise<Uint8Array>

/** Newest first. A reader tries them in this order until the server knows the look-up id. */
export const codeStretches = [{ version: 1, memoryKiB: 19 * 1024, passes: 2 }] as const satisfies readonly Stretch[]

/** Newest first. */
export const passwordStretches = [{ version: 1, memoryKiB: 64 * 1024, passes: 3 }] as const satisfies readonly Stretch[]

/**
 * 32 bytes from the secret symbols of an access code (Argon2id, one lane). The salt is the same for all codes of an
 * instance, because the code is all a reporter brings; 70 random bits make up for it.
 *
 * @throws when the version is unknown, or where there is no WebCrypto (plain http) or WebAssembly is not allowed.
 */
export async function stretchCode(
  code: AccessCode,
  instanceSalt: Uint8Array,
  argon2id: Argon2id,
  version: number = codeStretches[0].version,
): Promise<Uint8Array> {
  const salt = await saltOf(utf8('vijfspoor code v1'), instanceSalt)
  return stretch(utf8(secretSymbols(code)), salt, find(codeStretches, version), argon2id)
}

/**
 * 32 bytes from a staff password (Argon2id, one lane). The salt comes from the instance and the e-mail address, so the
 * server need not be asked for it and cannot be used to find out which addresses exist.
 *
 * @throws when the version is unknown, or where there is no WebCrypto (plain http) or WebAssembly is not allowed.
 */
export async function stretchPassword(
  password: string,
  email: string,
  instanceSalt: Uint8Array,
  argon2id: Argon2id,
  version: number = passwordStretches[0].version,
): Promise<Uint8Array> {
  const address = utf8(email.trim().toLowerCase())
  const salt = await saltOf(utf8('vijfspoor staff v1'), instanceSalt, address)
  return stretch(utf8(password.normalize('NFKC')), salt, find(passwordStretches, version), argon2id)
}

async function stretch(
  password: Uint8Array,
  salt: Uint8Array,
  { memoryKiB, passes }: Stretch,
  argon2id: Argon2id,
): Promise<Uint8Array> {
  return argon2id({ password, salt, passes, memorySize: memoryKiB, parallelism: 1, tagLength: 32 })
}

/** By WebCrypto, so that the worker that stretches need not load a hash of its own. */
const saltOf = async (...parts: readonly Uint8Array[]) =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', concat(...parts))).subarray(0, 16)

function find(known: readonly Stretch[], version: number): Stretch {
  const stretch = known.find((candidate) => candidate.version === version)
  if (!stretch) throw new Error('unknown stretch version')
  return stretch
}
