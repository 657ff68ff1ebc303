import type { LocalDate } from '../../../api/domain/local-date.ts'
import { fromBase64Url } from '../../crypto/bytes.ts'
import { openStaffBox, type StaffBox } from '../../crypto/staff-box.ts'
import { passwordSecrets } from './password-secrets.ts'
import { openStaffKeys, type StaffKeys } from './staff-keys.ts'
import { type Answer, type Me, type Trouble, teamApi } from './team-api.ts'

export type EntryRefusal = Readonly<{
  kind: Trouble | 'keysClosed' | 'cannotEncrypt' | 'notStaff'
  /** How long to wait, when the server says so. */
  seconds?: number | undefined
}>

export type OpenedAccount =
  | Readonly<{ ok: true; box: StaffBox; keys: StaffKeys; me: Me; today: LocalDate }>
  | Readonly<{ ok: false; refusal: EntryRefusal }>

/**
 * From e-mail address and password to the keys of an account. `isUnlocking`: the server may still know the session, and
 * then the password only has to open the keys; it asks for no second factor again.
 */
export async function openAccount(email: string, password: string, isUnlocking: boolean): Promise<OpenedAccount> {
  // On plain http browsers give no WebCrypto, and there is no way around it.
  if (!isSecureContext) return { ok: false, refusal: { kind: 'cannotEncrypt' } }
  const instance = await teamApi.instance()
  if (!instance.ok) return refuse(instance)
  const salt = fromBase64Url(instance.value.salt)
  const secrets = await passwordSecrets(password, email, salt).catch(() => null)
  if (!secrets) return { ok: false, refusal: { kind: 'cannotEncrypt' } }

  const known = isUnlocking ? await teamApi.me() : null
  const me = known?.ok ? known : await signIn(email, secrets.authentication)
  if (!me.ok) return refuse(me)
  const box = await openStaffBox(fromBase64Url(me.value.box), secrets.unlockIdentity).catch(() => null)
  if (!box) return { ok: false, refusal: { kind: known?.ok ? 'wrong' : 'keysClosed' } }
  const keys = await openStaffKeys(box, me.value).catch(() => null)
  if (!keys) return { ok: false, refusal: { kind: 'keysClosed' } }
  return { ok: true, box, keys, me: me.value, today: instance.value.today }
}

async function signIn(email: string, authentication: string): Promise<Answer<Me>> {
  const signedIn = await teamApi.signIn(email, authentication)
  return signedIn.ok ? await teamApi.me() : signedIn
}

function refuse({ trouble, seconds }: Extract<Answer<unknown>, { ok: false }>): OpenedAccount {
  // Signed in a moment ago and still not let in: an account that works at no site.
  const kind = trouble === 'signedOut' || trouble === 'unknown' ? 'notStaff' : trouble
  return { ok: false, refusal: { kind, seconds } }
}
