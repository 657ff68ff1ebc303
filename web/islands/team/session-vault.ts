import { idlePhase } from './idle-watch.ts'
import { keptStore } from './kept-store.ts'

type SealedSecrets = Readonly<{ key: CryptoKey; iv: Uint8Array<ArrayBuffer>; sealed: ArrayBuffer }>

/** As long as the server's own session: whoever comes back later signs in anew, perhaps as somebody else. */
const forgottenAfter = 10 * 60 * 60_000

/** Who was at work on this device: with `secrets` they can go on, without they are asked for the password. */
export type KeptSession = Readonly<{ email: string; secrets: Uint8Array | null }>

/**
 * Keeps the keys of a signed-in staff member for the length of the session, so that a reload does not ask for the
 * password again. They are sealed under a WebCrypto key that this browser never hands out, and gone after signing out,
 * locking, or the idle limit.
 */
export const sessionVault = {
  /** A browser that refuses (some private windows) only loses the going on after a reload. */
  async keep(email: string, secrets: Uint8Array<ArrayBuffer>, now: number): Promise<void> {
    await sessionVault.remember(email, now)
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
    const iv = crypto.getRandomValues(new Uint8Array(12))
    const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, secrets)
    await keptStore.write('secrets', { key, iv, sealed } satisfies SealedSecrets)
  },

  /** Somebody is signed in, and nothing has opened their keys yet. */
  async remember(email: string, now: number): Promise<void> {
    await keptStore.write('email', email)
    await keptStore.write('lastActivity', now)
  },

  async resume(now: number): Promise<KeptSession | null> {
    const email = await keptStore.read<string>('email')
    if (email === undefined) return null
    const lastActivity = (await keptStore.read<number>('lastActivity')) ?? 0
    if (now - lastActivity >= forgottenAfter) {
      await keptStore.eraseAll()
      return null
    }
    if (idlePhase(lastActivity, now) === 'idle') await keptStore.erase('secrets')
    return { email, secrets: await readSecrets() }
  },

  touched: (at: number): Promise<void> => keptStore.write('lastActivity', at),

  /** Leaves who it was, so that going on asks the password only. */
  lock: (): Promise<void> => keptStore.erase('secrets'),

  eraseAll: (): Promise<void> => keptStore.eraseAll(),
} as const

async function readSecrets(): Promise<Uint8Array | null> {
  const kept = await keptStore.read<SealedSecrets>('secrets')
  if (kept === undefined) return null
  return new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv: kept.iv }, kept.key, kept.sealed))
}
