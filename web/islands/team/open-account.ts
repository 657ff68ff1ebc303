import type { LocalDate } from '../../../api/domain/local-date.ts'
import { fromBase64Url } from '../../crypto/bytes.ts'
import { openPasskeyBox } from '../../crypto/passkey-box.ts'
import { openStaffBox, type StaffBox } from '../../crypto/staff-box.ts'
import { usePasskey } from './passkeys.ts'
import { passwordSecrets } from './password-secrets.ts'
import { signInApi } from './sign-in-api.ts'
import { openStaffKeys, type StaffKeys } from './staff-keys.ts'
import { type Answer, type Instance, type Me, type Trouble, teamApi } from './team-api.ts'

export type EntryRefusal = Readonly<{
  kind:
    | Trouble
    | 'keysClosed'
    | 'cannotEncrypt'
    | 'notStaff'
    | 'codeWrong'
    | 'codeExpired'
    | 'passkeyRefused'
    | 'passkeyStopped'
    | 'schoolUnreachable'
  /** How long to wait, when the server says so. */
  seconds?: number | undefined
}>

export type Opened = Readonly<{ box: StaffBox; keys: StaffKeys; me: Me; today: LocalDate }>
export type OpenedAccount =
  | (Readonly<{ outcome: 'open' }> & Opened)
  | Readonly<{ outcome: 'refused'; refusal: EntryRefusal }>
  /** The password was right; `giveCode` goes on with what the person typed, without asking for it again. */
  | Readonly<{ outcome: 'codeNeeded'; giveCode(code: string): Promise<OpenedAccount> }>
  /** Signed in, but nothing has opened the keys. */
  | Readonly<{ outcome: 'keysNeeded'; email: string }>

/**
 * From e-mail address and password to the keys of an account. `isUnlocking`: the server may still know the session, and
 * then the password only has to open the keys; it asks for no second factor again.
 */
export async function openAccount(email: string, password: string, isUnlocking: boolean): Promise<OpenedAccount> {
  // On plain http browsers give no WebCrypto, and there is no way around it.
  if (!isSecureContext) return refused({ kind: 'cannotEncrypt' })
  const instance = await teamApi.instance()
  if (!instance.ok) return refusedBy(instance)
  const salt = fromBase64Url(instance.value.salt)
  const secrets = await passwordSecrets(password, email, salt).catch(() => null)
  if (!secrets) return refused({ kind: 'cannotEncrypt' })
  const { authentication, unlockIdentity } = secrets

  const known = isUnlocking ? await teamApi.me() : null
  if (known?.ok) return await openWith(known.value, unlockIdentity, instance.value, 'wrong')
  const signedIn = await teamApi.signIn(email, authentication)
  if (!signedIn.ok) return refusedBy(signedIn)
  if (signedIn.value.isCodeNeeded) return { outcome: 'codeNeeded', giveCode }
  return await openMine()

  async function openMine(): Promise<OpenedAccount> {
    const me = await teamApi.me()
    return me.ok && instance.ok
      ? await openWith(me.value, unlockIdentity, instance.value, 'keysClosed')
      : refusedBy(me as Failed)
  }

  async function giveCode(code: string): Promise<OpenedAccount> {
    const given = await signInApi.giveCode(code)
    return given.ok ? await openMine() : refused(given.refusal)
  }
}

/** Signs in with a passkey, which also opens the keys where it can. */
export async function openByPasskey(): Promise<OpenedAccount> {
  const [instance, begun] = await Promise.all([teamApi.instance(), signInApi.beginPasskey()])
  if (!instance.ok) return refusedBy(instance)
  if (!begun.ok) return refused(begun.refusal)
  const used = await usePasskey(begun.value).catch(() => null)
  if (!used) return refused({ kind: 'passkeyStopped' })
  const who = await signInApi.usePasskey(used.credential)
  if (!who.ok) return refused(who.refusal)
  const me = await teamApi.me()
  if (!me.ok) return refusedBy(me)
  const unlockIdentity = used.answer && (await keyIn(used.credential.id, used.answer))
  if (unlockIdentity) {
    const opened = await openWith(me.value, unlockIdentity, instance.value, 'keysClosed')
    if (opened.outcome === 'open') return opened
  }
  return { outcome: 'keysNeeded', email: who.value.email }
}

/** Null when this passkey opens no keys: it was made where that was not possible, or before the last new password. */
async function keyIn(credential: string, answer: Uint8Array): Promise<string | null> {
  const found = await signInApi.passkeyBox(credential)
  return found.ok ? await openPasskeyBox(fromBase64Url(found.value.box), answer).catch(() => null) : null
}

async function openWith(
  me: Me,
  unlockIdentity: string,
  { today }: Instance,
  ifClosed: 'wrong' | 'keysClosed',
): Promise<OpenedAccount> {
  const box = await openStaffBox(fromBase64Url(me.box), unlockIdentity).catch(() => null)
  if (!box) return refused({ kind: ifClosed })
  const keys = await openStaffKeys(box, me).catch(() => null)
  return keys ? { outcome: 'open', box, keys, me, today } : refused({ kind: 'keysClosed' })
}

type Failed = Extract<Answer<unknown>, { ok: false }>

const refused = (refusal: EntryRefusal): OpenedAccount => ({ outcome: 'refused', refusal })

function refusedBy({ trouble, seconds }: Failed): OpenedAccount {
  // Signed in a moment ago and still not let in: an account that works at no site.
  const kind = trouble === 'signedOut' || trouble === 'unknown' ? 'notStaff' : trouble
  return refused({ kind, seconds })
}
