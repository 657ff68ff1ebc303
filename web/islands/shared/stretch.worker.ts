import type { AccessCode } from '../../crypto/access-code.ts'
import { stretchCode } from '../../crypto/stretch.ts'

export type StretchQuestion = { code: AccessCode; salt: Uint8Array }
export type StretchAnswer = { stretched: Uint8Array } | { failed: true }

const scope = globalThis as unknown as DedicatedWorker
type DedicatedWorker = {
  onmessage: ((event: MessageEvent<StretchQuestion>) => void) | null
  postMessage(answer: StretchAnswer): void
}

scope.onmessage = ({ data: { code, salt } }) => {
  stretchCode(code, salt).then(
    (stretched) => scope.postMessage({ stretched }),
    () => scope.postMessage({ failed: true }),
  )
}
