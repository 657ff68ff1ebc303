import type { ClientRefusal } from '../../client.ts'
import { fromBase64Url, toBase64Url } from '../../crypto/bytes.ts'
import { openWithSheet } from '../../crypto/new-staff-keys.ts'
import { deriveRecoveryKeys, type SheetCode } from '../../crypto/recovery-sheet.ts'
import { type StaffBox, sealStaffBox } from '../../crypto/staff-box.ts'
import { passwordSecrets } from '../team/password-secrets.ts'
import { teamApi } from '../team/team-api.ts'
import { type Begun, beginWork } from './begin-work.ts'
import { type KnownPasskey, ownKeysApi } from './own-keys-api.ts'

export type RecoveryTrouble =
  | Readonly<{ kind: 'refused'; refusal: ClientRefusal; seconds?: number | undefined }>
  | Readonly<{ kind: 'keysClosed' | 'cannotEncrypt' }>

type Opened = Readonly<{
  email: string
  name: string
  proof: string
  box: StaffBox
  passkeys: readonly KnownPasskey[]
}>

/** From a recovery sheet to a new password. The keys stay what they were. */
export class Recovery {
  step: 'sheet' | 'password' | 'done' = $state('sheet')
  isBusy: boolean = $state(false)
  trouble: RecoveryTrouble | null = $state.raw(null)
  opened: Opened | null = $state.raw(null)
  begun: Begun | null = $state(null)
  /** Passkeys that their owner still has in hand, by id: none unless said. */
  keptPasskeys: string[] = $state([])

  async open(email: string, code: SheetCode<'personal'>): Promise<void> {
    await this.#busily(async () => {
      const proof = toBase64Url((await deriveRecoveryKeys(code)).proof)
      const answer = await ownKeysApi.recoveryBox({ email, proof })
      if (!answer.ok) return { kind: 'refused', refusal: answer.refusal, seconds: answer.seconds }
      const box = await openWithSheet(fromBase64Url(answer.value.box), code).catch(() => null)
      if (!box) return { kind: 'keysClosed' }
      const { name, passkeys } = answer.value
      this.opened = { email, name, proof, box, passkeys }
      this.step = 'password'
      return null
    })
  }

  async choose(password: string): Promise<void> {
    const { opened } = this
    if (!opened) return
    await this.#busily(async () => {
      const { email, proof, box } = opened
      const instance = await teamApi.instance()
      if (!instance.ok) return { kind: 'refused', refusal: 'offline' }
      const secrets = await passwordSecrets(password, email, fromBase64Url(instance.value.salt))
      const { authentication } = secrets
      const sealed = toBase64Url(await sealStaffBox(box, secrets.unlockRecipient))
      const stored = await ownKeysApi.recover({
        ...{ email, proof, authentication },
        ...{ box: sealed, keptPasskeys: [...this.keptPasskeys] },
      })
      if (!stored.ok) return { kind: 'refused', refusal: stored.refusal, seconds: stored.seconds }
      this.begun = await beginWork(email, authentication, box)
      this.step = 'done'
      this.opened = null
      return null
    })
  }

  async #busily(work: () => Promise<RecoveryTrouble | null>): Promise<void> {
    if (this.isBusy) return
    this.isBusy = true
    this.trouble = null
    // On plain http browsers give no WebCrypto, and there is no way around it.
    this.trouble = isSecureContext ? await work().catch(() => cannot) : cannot
    this.isBusy = false
  }
}

const cannot: RecoveryTrouble = { kind: 'cannotEncrypt' }
