import type { AccessCode } from '../../crypto/access-code.ts'
import { stretchCode } from '../../crypto/stretch.ts'

export type StretchQuestion = Readonly<{ code: AccessCode; salt: Uint8Array; version?: number }>
export type StretchAnswer = { stretched: Uint8Array } | { failed: true }

type DedicatedWorker = {
  onmessage: ((event: MessageEvent<StretchQuestion>) => void) | null
  postMessage(answer: StretchAnswer): void
}
const scope = globalThis as unknown as DedicatedWorker

scope.onmessage = ({ data: { code, salt, version } }) => {
  stretchCode(code, salt, version).then(
    (stretched) => scope.postMessage({ stretched }),
    () => scope.postMessage({ failed: true }),
  )
}
