import { hashRaw } from '@node-rs/argon2'
import type { AccessCode } from '../../web/crypto/access-code.ts'
import { type Argon2id, stretchCode, stretchPassword } from '../../web/crypto/stretch.ts'

/**
 * The stretching of web/crypto/stretch.ts with Argon2id in native code, for the demonstration and for tests, which make
 * dozens of people at once. A test holds it against what browsers use.
 */
export const stretchPasswordNatively = (
  password: string,
  email: string,
  instanceSalt: Uint8Array,
): Promise<Uint8Array> => stretchPassword(password, email, instanceSalt, nativeArgon2id)

export const stretchCodeNatively = (code: AccessCode, instanceSalt: Uint8Array): Promise<Uint8Array> =>
  stretchCode(code, instanceSalt, nativeArgon2id)

/** 2 is the number of Argon2id: its name is an enum, which does not survive the stripping of types. */
export const nativeArgon2id: Argon2id = async ({ password, salt, passes, memorySize, parallelism, tagLength }) => {
  const cost = { timeCost: passes, memoryCost: memorySize, parallelism, outputLen: tagLength }
  return new Uint8Array(await hashRaw(password, { algorithm: 2, ...cost, salt }))
}
