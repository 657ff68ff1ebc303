import { fromBase64Url } from '../../crypto/bytes.ts'
import type { StaffSecrets } from '../../crypto/staff-secrets.ts'
import type { EntryRefusal } from '../team/open-account.ts'
import { passwordSecrets } from '../team/password-secrets.ts'
import { teamApi } from '../team/team-api.ts'

/** What the password of whoever is signed in gives; whether it is the right one only the server can say. */
export async function ownSecrets(
  email: string,
  password: string,
): Promise<Readonly<{ ok: true; secrets: StaffSecrets }> | Readonly<{ ok: false; refusal: EntryRefusal }>> {
  const instance = await teamApi.instance()
  if (!instance.ok) return { ok: false, refusal: { kind: instance.trouble } }
  const secrets = await passwordSecrets(password, email, fromBase64Url(instance.value.salt)).catch(() => null)
  return secrets ? { ok: true, secrets } : { ok: false, refusal: { kind: 'cannotEncrypt' } }
}
