import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { ClientRefusal } from '../../client.ts'
import { fromBase64Url, toBase64Url } from '../../crypto/bytes.ts'
import { makeStaffKeys, type NewStaffKeys, sealForSheet } from '../../crypto/new-staff-keys.ts'
import { makeSheet, type SheetCode } from '../../crypto/recovery-sheet.ts'
import { sealStaffBox } from '../../crypto/staff-box.ts'
import type { StaffSecrets } from '../../crypto/staff-secrets.ts'
import { passwordSecrets } from '../team/password-secrets.ts'
import { teamApi } from '../team/team-api.ts'
import { beginWork } from './begin-work.ts'
import { type Invited, ownKeysApi } from './own-keys-api.ts'
import { randomBytes } from './random-bytes.ts'

export type EnrolmentStep = 'loading' | 'noToken' | 'gone' | 'unavailable' | 'password' | 'sheet' | 'done'

/** From a one-time link to keys. Until the sheet was typed over, nothing leaves the page and nothing is kept. */
export class Enrolment {
  step: EnrolmentStep = $state('loading')
  invited: Invited | null = $state.raw(null)
  sheet: SheetCode<'personal'> | null = $state.raw(null)
  isBusy: boolean = $state(false)
  /** Why the last attempt at something did not work. */
  refusal: ClientRefusal | 'cannotEncrypt' | null = $state(null)
  today: LocalDate | null = $state(null)

  readonly #token: string
  #salt: Uint8Array | undefined
  #made: Readonly<{ secrets: StaffSecrets; keys: NewStaffKeys }> | undefined

  constructor(token: string) {
    this.#token = token
  }

  async start(): Promise<void> {
    if (!/^[A-Za-z0-9_-]{43}$/.test(this.#token)) {
      this.step = 'noToken'
      return
    }
    this.step = 'loading'
    const [instance, invited] = await Promise.all([teamApi.instance(), ownKeysApi.invitation(this.#token)])
    if (!invited.ok) {
      this.step = invited.refusal === 'invitation-unknown' ? 'gone' : 'unavailable'
      this.refusal = invited.refusal
    } else if (!instance.ok) this.step = 'unavailable'
    else {
      this.#salt = fromBase64Url(instance.value.salt)
      this.today = instance.value.today
      this.invited = invited.value
      this.step = 'password'
    }
  }

  /** Makes keys and a sheet, in this page only. */
  async make(password: string): Promise<void> {
    const { invited } = this
    const salt = this.#salt
    if (this.isBusy || !invited || !salt) return
    this.isBusy = true
    this.refusal = null
    try {
      if (!isSecureContext) throw new Error('no WebCrypto')
      const secrets = await passwordSecrets(password, invited.email, salt)
      this.#made = { secrets, keys: await makeStaffKeys(randomBytes) }
      this.sheet = makeSheet('personal', randomBytes)
      this.step = 'sheet'
    } catch {
      this.refusal = 'cannotEncrypt'
    }
    this.isBusy = false
  }

  /** The sheet was typed over: everything goes to the server at once, and work begins. */
  async store(): Promise<void> {
    const { invited, sheet } = this
    const made = this.#made
    if (this.isBusy || !invited || !sheet || !made) return
    this.isBusy = true
    this.refusal = null
    const { secrets, keys } = made
    const { box, recipient, signingKey } = keys
    const stored = await ownKeysApi.enrol({
      ...{ token: this.#token, recipient, signingKey, authentication: secrets.authentication },
      box: toBase64Url(await sealStaffBox(box, secrets.unlockRecipient)),
      ...(await sealForSheet(box, sheet)),
    })
    // When the answer to an earlier attempt was lost, the link is used up, and the password says by whom.
    if (stored.ok || stored.refusal === 'invitation-unknown') {
      const begun = await beginWork(invited.email, secrets.authentication, box)
      this.step = stored.ok || begun === 'atWork' || begun === 'code' ? 'done' : 'gone'
    } else this.refusal = stored.refusal
    this.isBusy = false
  }
}
