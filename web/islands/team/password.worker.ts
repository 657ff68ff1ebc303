import { stretchPassword } from '../../crypto/stretch.ts'
import { loadArgon2id } from '../shared/argon2.ts'

export type PasswordQuestion = Readonly<{ password: string; email: string; salt: Uint8Array }>
export type PasswordAnswer = { stretched: Uint8Array } | { failed: true }

type DedicatedWorker = {
  onmessage: ((event: MessageEvent<PasswordQuestion>) => void) | null
  postMessage(answer: PasswordAnswer): void
}
const scope = globalThis as unknown as DedicatedWorker

scope.onmessage = ({ data: { password, email, salt } }) => {
  loadArgon2id()
    .then((argon2id) => stretchPassword(password, email, salt, argon2id))
    .then(
      (stretched) => scope.postMessage({ stretched }),
      () => scope.postMessage({ failed: true }),
    )
}
