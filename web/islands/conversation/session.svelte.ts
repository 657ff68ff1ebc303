import { type AccessCode, type CodeRefusal, parseAccessCode } from '../../crypto/access-code.ts'
import { fromBase64Url } from '../../crypto/bytes.ts'
import type { ReporterKeys } from '../../crypto/reporter-keys.ts'
import { codeKeys } from '../shared/code-keys.ts'
import type OpenConversation from './OpenConversation.svelte'
import type { Distrust, Opened, Reading } from './read.ts'
import { ApiError, publicApi, type ReporterApi, reporterApi } from './reporter-api.ts'

export type Stage = 'code' | 'opening' | 'open' | 'failed' | 'erased' | 'left'
export type CodeTrouble = CodeRefusal | 'code-unknown' | 'offline' | 'busy' | 'cannot'

/**
 * One visit of a reporter, from typing the code until leaving. It lives in the memory of this page and nowhere else:
 * not in the address, the title, the history or any storage.
 */
export class ReporterSession {
  stage: Stage = $state('code')
  progress: 'keys' | 'fetching' | 'checking' = $state('keys')
  /** As it was typed; kept after a failure, gone once the conversation is open. */
  typed: string = $state('')
  /** What was wrong with the code; a new list for every try, so that the same error twice is told twice. */
  codeTroubles: readonly CodeTrouble[] = $state.raw([])
  distrust: Distrust = $state('unopenable')
  opened: Opened | null = $state.raw(null)
  code: AccessCode | null = $state.raw(null)
  /** Something on the page has to be mended before it can go; the title says so too. */
  isWrong: boolean = $state(false)
  /** Loaded while the keys are made: the page with the code stays light. */
  screen: typeof OpenConversation | null = $state.raw(null)

  #keys: ReporterKeys | null = null
  #api: ReporterApi | null = null
  #stop = new AbortController()

  async open(): Promise<void> {
    const parsed = parseAccessCode(this.typed)
    if (!parsed.ok) return this.#say(parsed.refusal)
    this.#stop = new AbortController()
    this.stage = 'opening'
    this.#say()
    try {
      const reading = await this.#read(parsed.code, this.#stop.signal)
      if (!reading.ok) this.distrust = reading.distrust
      else this.opened = reading.opened
      this.code = reading.ok ? parsed.code : null
      this.typed = ''
      this.stage = reading.ok ? 'open' : 'failed'
    } catch (error) {
      if (this.#stop.signal.aborted) return
      const isErased = error instanceof ApiError && error.trouble === 'erased'
      if (isErased) this.typed = ''
      this.stage = isErased ? 'erased' : 'code'
      if (!isErased) this.#say(troubleOf(error))
    }
  }

  /** Back to the code, which is still there. */
  stopOpening(): void {
    this.#stop.abort()
    this.stage = 'code'
  }

  /** @throws ApiError when the conversation cannot be fetched. */
  async readAgain(): Promise<Reading> {
    const { readAll } = await import('./read.ts')
    return readAll(this.api, this.keys, () => undefined, this.#stop.signal)
  }

  /** Looks for what is new, and shows it when it can be trusted. */
  async refresh(): Promise<'same' | 'new' | 'offline' | 'untrusted'> {
    try {
      const before = this.opened?.conversation.entries.length ?? 0
      const reading = await this.readAgain()
      if (!reading.ok) return 'untrusted'
      this.opened = reading.opened
      return reading.opened.conversation.entries.length > before ? 'new' : 'same'
    } catch {
      return 'offline'
    }
  }

  get keys(): ReporterKeys {
    if (!this.#keys) throw new Error('no conversation is open')
    return this.#keys
  }

  get api(): ReporterApi {
    if (!this.#api) throw new Error('no conversation is open')
    return this.#api
  }

  leave(): void {
    this.wipe()
    this.stage = 'left'
  }

  startAgain(): void {
    this.wipe()
    this.stage = 'code'
  }

  /** Forgets everything. Strings cannot be overwritten in a browser; nothing holds on to them after this. */
  wipe(): void {
    this.#stop.abort()
    this.#keys?.proof.fill(0)
    this.#keys?.signing.secret.fill(0)
    this.#keys = null
    this.#api = null
    this.opened = null
    this.code = null
    this.typed = ''
    this.#say()
  }

  #say(...troubles: CodeTrouble[]): void {
    this.codeTroubles = troubles
    this.isWrong = troubles.length > 0
  }

  async #read(code: AccessCode, signal: AbortSignal): Promise<Reading> {
    this.progress = 'keys'
    const { salt } = await publicApi.instance(signal)
    const [keys, { readAll }, screen] = await Promise.all([
      codeKeys(code, fromBase64Url(salt), { signal }),
      import('./read.ts'),
      import('./OpenConversation.svelte'),
    ])
    this.screen = screen.default
    this.progress = 'fetching'
    const api = reporterApi(keys)
    const reading = await readAll(api, keys, () => (this.progress = 'checking'), signal)
    this.#keys = keys
    this.#api = api
    return reading
  }
}

function troubleOf(error: unknown): CodeTrouble {
  // Not from the server: this browser has no WebAssembly, no WebCrypto or no workers.
  if (!(error instanceof ApiError)) return 'cannot'
  if (error.trouble === 'unknown') return 'code-unknown'
  return error.trouble === 'busy' ? 'busy' : 'offline'
}
