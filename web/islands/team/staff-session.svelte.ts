import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { StaffBox } from '../../crypto/staff-box.ts'
import { Drafts } from './drafts.ts'
import { type IdleClock, IdleWatch } from './idle-watch.ts'
import { type EntryRefusal, openAccount } from './open-account.ts'
import { ReportOpener } from './report-opener.ts'
import { sessionVault } from './session-vault.ts'
import { boxFromBytes, boxToBytes, openStaffKeys, type StaffKeys } from './staff-keys.ts'
import { type TabMessage, Tabs } from './tabs.ts'
import { type Me, teamApi } from './team-api.ts'

/** `unavailable`: somebody is signed in, but the server cannot be reached now. */
export type SessionPhase = 'starting' | 'signedOut' | 'locked' | 'unavailable' | 'open'

/** All that exists only while somebody is signed in and not locked. */
export type AtWork = Readonly<{
  me: Me
  keys: StaffKeys
  /** The person's own age identity. */
  identity: string
  opener: ReportOpener
  drafts: Drafts
  today: LocalDate
}>

const tellEvery = 15_000

/** Who is at work, and whether the keys are in the memory of this page. Everything else is shown by leave of this. */
export class StaffSession {
  phase: SessionPhase = $state('starting')
  email: string = $state('')
  /** Why the sign-in screen shows. */
  ended: 'notYet' | 'bySelf' | 'byServer' = $state('notYet')
  isWarned: boolean = $state(false)
  atWork: AtWork | null = $state.raw(null)

  readonly #clock: IdleClock
  readonly #tabs: Tabs = new Tabs((message) => this.#hear(message))
  #watch: IdleWatch | undefined
  #drafts: Drafts | undefined
  #box: StaffBox | undefined
  #told = 0

  constructor(clock: IdleClock) {
    this.#clock = clock
  }

  /** Goes on where a reload or another tab left off. */
  async start(): Promise<void> {
    const kept = await sessionVault.resume(this.#clock.now()).catch(() => null)
    this.email = kept?.email ?? ''
    if (kept === null) this.phase = 'signedOut'
    else if (kept.secrets === null) this.phase = 'locked'
    else await this.#goOn(kept.secrets)
  }

  /** With an address a new session, without one the going on of the locked one. @returns why not, or null. */
  async enter(password: string, email?: string): Promise<EntryRefusal | null> {
    const account = await openAccount(email ?? this.email, password, email === undefined)
    if (!account.ok) return account.refusal
    // What the last person left sealed is of no use to the next.
    if (email !== undefined && email !== this.email) await sessionVault.eraseAll().catch(() => undefined)
    this.email = email ?? this.email
    await sessionVault.keep(this.email, boxToBytes(account.box), this.#clock.now()).catch(() => undefined)
    this.#open(account)
    this.#tabs.tell({ kind: 'unlocked' })
    return null
  }

  /** Looks again what the school says about the keys that are open, after something about them was changed. */
  async renew(): Promise<void> {
    if (this.phase === 'open' && this.#box) await this.#openKept(this.#box)
  }

  lock(): void {
    this.#tabs.tell({ kind: 'locked' })
    this.#close('locked')
    sessionVault.lock().catch(() => undefined)
  }

  async signOut(): Promise<void> {
    this.#tabs.tell({ kind: 'signedOut' })
    this.#end()
    await sessionVault.eraseAll().catch(() => undefined)
    // Without a connection the server's session ends when the browser closes; the keys are gone already.
    await teamApi.signOut()
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
  wake(): void {
    this.#watch?.check()
  }

  /** A page that comes back out of the history did not hear what other tabs said meanwhile. */
  async rejoin(): Promise<void> {
    if (this.phase !== 'open') return
    const kept = await sessionVault.resume(this.#clock.now()).catch(() => null)
    if (kept === null) this.#end()
    else if (kept.secrets === null) this.#close('locked')
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

  #open({ box, keys, me, today }: Pick<AtWork, 'keys' | 'me' | 'today'> & { box: StaffBox }): void {
    this.atWork?.opener.stop()
    this.#box = box
    // Those of before the lock, for a browser that keeps nothing but what is in memory.
    this.#drafts = this.#drafts?.recipient === keys.recipient ? this.#drafts : new Drafts(keys.recipient)
    this.atWork = { me, keys, identity: box.identity, opener: new ReportOpener(keys), drafts: this.#drafts, today }
    this.ended = 'notYet'
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
    this.#box = undefined
  }

  #end(): void {
    this.#drafts?.forget()
    this.#drafts = undefined
    this.#close('signedOut')
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
