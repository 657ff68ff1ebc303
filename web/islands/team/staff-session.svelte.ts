import type { StaffBox } from '../../crypto/staff-box.ts'
import type { AtWork } from './at-work.ts'
import { Drafts } from './drafts.ts'
import { Entry } from './entry.svelte.ts'
import { type IdleClock, IdleWatch } from './idle-watch.ts'
import type { Opened } from './open-account.ts'
import { ReportOpener } from './report-opener.ts'
import { type SchoolReturn, takeSchoolReturn } from './school-return.ts'
import { sessionVault } from './session-vault.ts'
import { signInApi } from './sign-in-api.ts'
import { boxFromBytes, boxToBytes, openStaffKeys } from './staff-keys.ts'
import { type TabMessage, Tabs } from './tabs.ts'
import { teamApi } from './team-api.ts'

/** `unavailable`: somebody is signed in, but the server cannot be reached now. */
export type SessionPhase = 'starting' | 'signedOut' | 'locked' | 'unavailable' | 'open'

export type { AtWork }

const tellEvery = 15_000

/** Who is at work, and whether the keys are in the memory of this page. Everything else is shown by leave of this. */
export class StaffSession {
  phase: SessionPhase = $state('starting')
  email: string = $state('')
  /** Why the sign-in screen shows. */
  ended: 'notYet' | 'bySelf' | 'byServer' | 'codeExpired' | Exclude<SchoolReturn, 'signedIn'> = $state('notYet')
  /** Signed in by a passkey or by the school: what is still closed are the keys. */
  isWithoutKeys: boolean = $state(false)
  isWarned: boolean = $state(false)
  atWork: AtWork | null = $state.raw(null)

  readonly entry: Entry = new Entry({
    lastEmail: () => this.email,
    open: (email, opened) => this.#openNew(email, opened),
    openWithoutKeys: (email) => this.#openWithoutKeys(email),
    startAnew: () => {
      this.ended = 'codeExpired'
    },
  })
  readonly #clock: IdleClock
  readonly #tabs: Tabs = new Tabs((message) => this.#hear(message))
  #watch: IdleWatch | undefined
  #drafts: Drafts | undefined
  #told = 0

  constructor(clock: IdleClock) {
    this.#clock = clock
  }

  /** Goes on where a reload or another tab left off. */
  async start(): Promise<void> {
    const back = takeSchoolReturn()
    const kept = await sessionVault.resume(this.#clock.now()).catch(() => null)
    this.email = kept?.email ?? ''
    if (back === 'signedIn' && (await this.entry.bySchool())) return
    if (back !== null) this.ended = back === 'signedIn' ? 'schoolFailed' : back
    if (kept === null) this.phase = 'signedOut'
    else if (kept.secrets === null) this.phase = 'locked'
    else await this.#goOn(kept.secrets)
  }

  /** Looks again what the school says about the keys that are open, after something about them was changed. */
  async renew(): Promise<void> {
    if (this.phase === 'open' && this.atWork) await this.#openKept(this.atWork.box)
  }

  lock(): void {
    this.#tabs.tell({ kind: 'locked' })
    this.#close('locked')
    sessionVault.lock().catch(() => undefined)
  }

  async signOut(): Promise<void> {
    await this.#leave()
    // Without a connection the server's session ends when the browser closes; the keys are gone already.
    await teamApi.signOut()
  }

  /** As signing out, in every browser. @returns false when the server could not be told; nothing has changed then. */
  async signOutEverywhere(): Promise<boolean> {
    if (!(await signInApi.signOutEverywhere()).ok) return false
    await this.#leave()
    return true
  }

  /** The server knows this session no longer. What was being typed stays sealed for the same person. */
  expire(): void {
    this.#close('signedOut')
    this.ended = 'byServer'
    sessionVault.lock().catch(() => undefined)
  }

  /** Somebody pressed, typed or touched something. */
  touch(): void {
    if (this.phase !== 'open' || !this.#watch) return
    this.#watch.touch()
    const at = this.#watch.lastActivity
    if (at - this.#told < tellEvery) return
    this.#told = at
    this.#tabs.tell({ kind: 'activity', at })
    sessionVault.touched(at).catch(() => undefined)
  }

  /** Timers stand still while a device sleeps: look again when it is back. */
  wake = (): void => this.#watch?.check()

  /** A page that comes back out of the history did not hear what other tabs said meanwhile. */
  async rejoin(): Promise<void> {
    if (this.phase !== 'open') return
    const kept = await sessionVault.resume(this.#clock.now()).catch(() => null)
    if (kept === null) this.#end()
    else if (kept.secrets === null) this.#close('locked')
  }

  /** What the last person left sealed is of no use to the next. */
  async #become(email: string): Promise<void> {
    if (email !== this.email) await sessionVault.eraseAll().catch(() => undefined)
    this.email = email
  }

  async #openWithoutKeys(email: string): Promise<void> {
    await this.#become(email)
    await sessionVault.remember(email, this.#clock.now()).catch(() => undefined)
    this.isWithoutKeys = true
    this.phase = 'locked'
  }

  async #openNew(email: string, opened: Opened): Promise<void> {
    await this.#become(email)
    await sessionVault.keep(email, boxToBytes(opened.box), this.#clock.now()).catch(() => undefined)
    this.#open(opened)
    this.#tabs.tell({ kind: 'unlocked' })
  }

  /** Keys that do not open any more, for example those of an older version, are as good as locked. */
  async #goOn(secrets: Uint8Array): Promise<void> {
    try {
      await this.#openKept(boxFromBytes(secrets))
    } catch {
      this.lock()
    }
  }

  async #openKept(box: StaffBox): Promise<void> {
    const [me, instance] = await Promise.all([teamApi.me(), teamApi.instance()])
    if (me.ok && instance.ok) {
      const keys = await openStaffKeys(box, me.value)
      this.#open({ box, keys, me: me.value, today: instance.value.today })
    } else if (!me.ok && me.trouble === 'signedOut') this.expire()
    else this.phase = 'unavailable'
  }

  #open({ box, keys, me, today }: Opened): void {
    this.atWork?.opener.stop()
    // Those of before the lock, for a browser that keeps nothing but what is in memory.
    this.#drafts = this.#drafts?.recipient === keys.recipient ? this.#drafts : new Drafts(keys.recipient)
    this.atWork = { me, keys, identity: box.identity, box, opener: new ReportOpener(keys), drafts: this.#drafts, today }
    this.ended = 'notYet'
    this.isWithoutKeys = false
    this.phase = 'open'
    this.#watch?.stop()
    this.#watch = new IdleWatch(this.#clock, this.#clock.now(), (phase) => {
      this.isWarned = phase === 'warned'
      if (phase === 'idle') this.lock()
    })
  }

  /** The screen is cleared first; sealing what was typed needs no secret key. */
  #close(phase: 'locked' | 'signedOut'): void {
    this.phase = phase
    this.isWarned = false
    this.#watch?.stop()
    this.atWork?.opener.stop()
    void this.atWork?.drafts.flush()
    this.atWork = null
  }

  async #leave(): Promise<void> {
    this.#tabs.tell({ kind: 'signedOut' })
    this.#end()
    await sessionVault.eraseAll().catch(() => undefined)
  }

  #end(): void {
    this.#drafts?.forget()
    this.#drafts = undefined
    this.#close('signedOut')
    this.entry.stopAskingCode()
    this.ended = 'bySelf'
    this.email = ''
  }

  #hear(message: TabMessage): void {
    if (message.kind === 'activity') this.#watch?.touch(message.at)
    else if (message.kind === 'locked' && this.phase === 'open') this.#close('locked')
    else if (message.kind === 'signedOut') this.#end()
    else if (message.kind === 'unlocked' && this.phase !== 'open') void this.start()
  }
}
