import { stretchPasswordNatively } from '../../db/demo/native-stretch.ts'

const known = new Map<string, Promise<Uint8Array>>()

/** The same people sign in from file to file: what their password stretches to is worked out once per process. */
export function stretchOnce(password: string, email: string, salt: Uint8Array): Promise<Uint8Array> {
  const key = JSON.stringify([password, email, Buffer.from(salt).toString('base64url')])
  const stretched = known.get(key) ?? stretchPasswordNatively(password, email, salt)
  known.set(key, stretched)
  return stretched
}
