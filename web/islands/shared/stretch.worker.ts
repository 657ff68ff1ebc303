import type { AccessCode } from '../../crypto/access-code.ts'
import { stretchCode } from '../../crypto/stretch.ts'
import { loadArgon2id } from './argon2.ts'

export type StretchQuestion = Readonly<{ code: AccessCode; salt: Uint8Array; version?: number }>
export type StretchAnswer = { stretched: Uint8Array } | { failed: true }

type DedicatedWorker = {
  onmessage: ((event: MessageEvent<StretchQuestion>) => void) | null
  postMessage(answer: StretchAnswer): void
}
const scope = globalThis as unknown as DedicatedWorker

scope.onmessage = ({ data: { code, salt, version } }) => {
  loadArgon2id()
    .then((argon2id) => stretchCode(code, salt, argon2id, version))
    .then(
      (stretched) => scope.postMessage({ stretched }),
      () => scope.postMessage({ failed: true }),
    )
}
