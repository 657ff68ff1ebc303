import { createHash } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { type AccessCode, secretSymbols } from '../../web/crypto/access-code.ts'
import { codeStretches, passwordStretches, type Stretch } from '../../web/crypto/stretch.ts'

/**
 * The stretching of web/crypto/stretch.ts in native code, for the demonstration and for tests, which make dozens of
 * people at once. A test holds both against each other.
 */
export const stretchPasswordNatively = (
  password: string,
  email: string,
  instanceSalt: Uint8Array,
): Promise<Uint8Array> =>
  stretch(
    password.normalize('NFKC'),
    saltOf('vijfspoor staff v1', instanceSalt, Buffer.from(email.trim().toLowerCase())),
    passwordStretches[0],
  )

export const stretchCodeNatively = (code: AccessCode, instanceSalt: Uint8Array): Promise<Uint8Array> =>
  stretch(secretSymbols(code), saltOf('vijfspoor code v1', instanceSalt), codeStretches[0])

const saltOf = (label: string, ...parts: readonly Uint8Array[]): Buffer =>
  createHash('sha256')
    .update(Buffer.concat([Buffer.from(label), ...parts]))
    .digest()
    .subarray(0, 16)

async function stretch(secret: string, salt: Buffer, { memoryKiB, passes }: Stretch): Promise<Uint8Array> {
  const argon2id = { algorithm: 2, memoryCost: memoryKiB, timeCost: passes, parallelism: 1, outputLen: 32 } as const
  return new Uint8Array(await hashRaw(secret, { ...argon2id, salt }))
}
