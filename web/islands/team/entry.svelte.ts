import { type EntryRefusal, type Opened, type OpenedAccount, openAccount, openByPasskey } from './open-account.ts'
import { signInApi } from './sign-in-api.ts'

/** What happens to the session when somebody came through. */
export type Door = Readonly<{
  /** Who was here last, at the lock screen or before. */
  lastEmail(): string
  open(email: string, opened: Opened): Promise<void>
  /** Signed in, with the keys still closed. */
  openWithoutKeys(email: string): Promise<void>
  /** The password must be typed anew. */
  startAnew(): void
}>

/** The ways in: a password, perhaps with a code after it, a passkey, or the sign-in of the school. */
export class Entry {
  /** The password was right, and the code of the second factor is asked. */
  isCodeNeeded: boolean = $state(false)

  readonly #door: Door
  #pending: Readonly<{ email: string; giveCode(code: string): Promise<OpenedAccount> }> | undefined

  constructor(door: Door) {
    this.#door = door
  }

  /** With an address a new session, without one the going on of the locked one. @returns why not, or null. */
  async byPassword(password: string, email?: string): Promise<EntryRefusal | null> {
    const whose = email ?? this.#door.lastEmail()
    return await this.#arrive(await openAccount(whose, password, email === undefined), whose)
  }

  /** The second step, once `isCodeNeeded`. */
  async byCode(code: string): Promise<EntryRefusal | null> {
    if (!this.#pending) return null
    const { email, giveCode } = this.#pending
    return await this.#arrive(await giveCode(code), email)
  }

  /** @param onnewperson - before the things of somebody else than the last person can show. */
  async byPasskey(onnewperson: () => void): Promise<EntryRefusal | null> {
    const account = await openByPasskey()
    const email = account.outcome === 'open' ? account.me.email : account.outcome === 'keysNeeded' ? account.email : ''
    if (email !== '' && email !== this.#door.lastEmail()) onnewperson()
    return await this.#arrive(account, email)
  }

  /** After the way back from the school's own sign-in. @returns false when it did not sign anybody in. */
  async bySchool(): Promise<boolean> {
    const who = await signInApi.who()
    if (!who.ok || who.value === null) return false
    await this.#door.openWithoutKeys(who.value.email)
    return true
  }

  stopAskingCode(): void {
    this.#pending = undefined
    this.isCodeNeeded = false
  }

  async #arrive(account: OpenedAccount, email: string): Promise<EntryRefusal | null> {
    if (account.outcome === 'refused') {
      if (account.refusal.kind !== 'codeExpired') return account.refusal
      this.stopAskingCode()
      this.#door.startAnew()
      return null
    }
    if (account.outcome === 'codeNeeded') {
      this.#pending = { email, giveCode: account.giveCode }
      this.isCodeNeeded = true
      return null
    }
    this.stopAskingCode()
    if (account.outcome === 'open') await this.#door.open(email, account)
    else await this.#door.openWithoutKeys(email)
    return null
  }
}
