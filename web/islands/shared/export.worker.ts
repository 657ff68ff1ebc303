import { exportConversation } from '../../crypto/export.ts'

export type ExportQuestion = Readonly<{ content: string; passphrase: string }>
export type ExportAnswer = { file: Uint8Array<ArrayBuffer> } | { failed: true }

type DedicatedWorker = {
  onmessage: ((event: MessageEvent<ExportQuestion>) => void) | null
  postMessage(answer: ExportAnswer): void
}
const scope = globalThis as unknown as DedicatedWorker

scope.onmessage = ({ data: { content, passphrase } }) => {
  exportConversation(content, passphrase).then(
    (file) => scope.postMessage({ file: new Uint8Array(file) }),
    () => scope.postMessage({ failed: true }),
  )
}
