import { text, utf8 } from '../../crypto/bytes.ts'
import { open, seal } from '../../crypto/sealing.ts'
import { keptStore } from './kept-store.ts'
import type { ReportPlace } from './team-api.ts'

const sealAfter = 500

/**
 * Answers that somebody is still writing. Each is sealed to its writer's own key, for which only the public half is
 * needed: so it can be kept while the session is locked, and only the writer's password brings it back.
 */
export class Drafts {
  readonly recipient: string
  readonly #sealed = new Map<string, Uint8Array>()
  readonly #waiting = new Map<string, string>()
  #timer: ReturnType<typeof setTimeout> | undefined
  #sealing: Promise<void> = Promise.resolve()
  #isGone = false

  constructor(recipient: string) {
    this.recipient = recipient
  }

  /** Remembers what was typed so far; sealing it waits until the typing pauses. */
  keep(place: ReportPlace, typed: string): void {
    this.#waiting.set(keyOf(place), typed)
    clearTimeout(this.#timer)
    this.#timer = setTimeout(() => void this.flush(), sealAfter)
  }

  /** What was kept, or ''. A draft of somebody else, or one that was damaged, is none. */
  async take(place: ReportPlace, identity: string): Promise<string> {
    await this.flush()
    const key = keyOf(place)
    const sealed = this.#sealed.get(key) ?? (await keptStore.read<Uint8Array>(key).catch(() => undefined))
    if (sealed === undefined) return ''
    return await open(sealed, identity).then(text, () => '')
  }

  /** Seals what still stood in plain text. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    const waiting = [...this.#waiting]
    this.#waiting.clear()
    this.#sealing = this.#sealing.then(async () => {
      for (const [key, typed] of waiting) await this.#put(key, typed)
    })
    return this.#sealing
  }

  /** After signing out nothing may be written any more, not even what was being sealed at that moment. */
  forget(): void {
    this.#isGone = true
    clearTimeout(this.#timer)
    this.#waiting.clear()
    this.#sealed.clear()
  }

  async #put(key: string, typed: string): Promise<void> {
    if (this.#isGone) return
    if (typed === '') {
      this.#sealed.delete(key)
      await keptStore.erase(key).catch(() => undefined)
      return
    }
    const sealed = await seal(utf8(typed), this.recipient)
    if (this.#isGone) return
    this.#sealed.set(key, sealed)
    // A browser that stores nothing still has it in memory.
    await keptStore.write(key, sealed).catch(() => undefined)
  }
}

const keyOf = ({ site, report }: ReportPlace) => `draft ${site} ${report}`
