import type { ClientRefusal } from '../../client.ts'
import { fromBase64Url, toBase64Url } from '../../crypto/bytes.ts'
import { sealForSheet } from '../../crypto/new-staff-keys.ts'
import { makeSheet, type SheetCode } from '../../crypto/recovery-sheet.ts'
import { openStaffBox, sealStaffBox } from '../../crypto/staff-box.ts'
import type { StaffSecrets } from '../../crypto/staff-secrets.ts'
import { passwordSecrets } from '../team/password-secrets.ts'
import type { AtWork } from '../team/staff-session.svelte.ts'
import { teamApi } from '../team/team-api.ts'
import { ownKeysApi } from './own-keys-api.ts'
import { randomBytes } from './random-bytes.ts'

export type ChangeRefusal = Readonly<{ refusal: ClientRefusal; seconds?: number | undefined }> | 'cannotEncrypt'

type Work = Pick<AtWork, 'me' | 'box'>

/** Another password for the keys that are open. @returns why not, or null. */
export async function changePassword(
  { me, box }: Work,
  present: string,
  chosen: string,
): Promise<ChangeRefusal | null> {
  try {
    const old = await secretsOf(me.email, present)
    if (!old) return { refusal: 'offline' }
    const next = await secretsOf(me.email, chosen)
    if (!next) return { refusal: 'offline' }
    const sealed = toBase64Url(await sealStaffBox(box, next.unlockRecipient))
    const { authentication } = next
    const answer = await ownKeysApi.changePassword({ password: old.authentication, authentication, box: sealed })
    return answer.ok ? null : answer
  } catch {
    return 'cannotEncrypt'
  }
}

/** A new sheet on its way: what proves that its owner asked for it, until part of it was typed over. */
export type NewSheet = Readonly<{ code: SheetCode<'personal'>; password: string }>

/** @param present - the password in use: whoever finds a screen open must not get a way in. */
export async function beginSheet(present: string): Promise<NewSheet | ChangeRefusal> {
  try {
    // As it is now: it may have been sealed anew since this page was opened.
    const me = await teamApi.me()
    const secrets = me.ok ? await secretsOf(me.value.email, present) : null
    if (!me.ok || !secrets) return { refusal: 'offline' }
    const isRight = await openStaffBox(fromBase64Url(me.value.box), secrets.unlockIdentity).then(
      () => true,
      () => false,
    )
    if (!isRight) return { refusal: 'sign-in-refused' }
    return { code: makeSheet('personal', randomBytes), password: secrets.authentication }
  } catch {
    return 'cannotEncrypt'
  }
}

/** From here on the old sheet opens nothing. @returns why not, or null. */
export async function storeSheet({ box }: Pick<AtWork, 'box'>, { code, password }: NewSheet) {
  const answer = await ownKeysApi.changeSheet({ password, ...(await sealForSheet(box, code)) })
  return answer.ok ? null : answer
}

async function secretsOf(email: string, password: string): Promise<StaffSecrets | null> {
  const instance = await teamApi.instance()
  return instance.ok ? await passwordSecrets(password, email, fromBase64Url(instance.value.salt)) : null
}
