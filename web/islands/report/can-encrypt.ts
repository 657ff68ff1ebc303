/** Whether this browser can lock a report at all. On plain http no browser can, because it hides WebCrypto there. */
export function canEncrypt(): boolean {
  return (
    globalThis.isSecureContext &&
    typeof globalThis.crypto?.subtle?.encrypt === 'function' &&
    typeof crypto.randomUUID === 'function' &&
    typeof WebAssembly === 'object' &&
    typeof Worker === 'function'
  )
}
