import { toBase64Url } from '../../crypto/bytes.ts'
import { sealPasskeyBox } from '../../crypto/passkey-box.ts'
import { makePasskey } from '../team/passkeys.ts'
import type { EntryAnswer } from '../team/sign-in-api.ts'
import { ownAccountApi } from './own-account-api.ts'
import { ownSecrets } from './own-secrets.ts'

/** Makes a passkey that, where browser and device can, also opens the keys: for that the password is needed here. */
export async function addPasskey(
  email: string,
  password: string,
  name: string,
): Promise<EntryAnswer<Readonly<{ opensKeys: boolean }>>> {
  const own = await ownSecrets(email, password)
  if (!own.ok) return own
  const begun = await ownAccountApi.beginPasskey(own.secrets.authentication)
  if (!begun.ok) return begun
  const made = await makePasskey(begun.value).catch(() => null)
  if (!made) return { ok: false, refusal: { kind: 'passkeyStopped' } }
  const box = made.answer && (await sealPasskeyBox(own.secrets.unlockIdentity, made.answer))
  const json = { name, credential: made.credential, ...(box && { box: toBase64Url(box) }) }
  const kept = await ownAccountApi.keepPasskey(json)
  return kept.ok ? { ok: true, value: { opensKeys: box !== null } } : kept
}
