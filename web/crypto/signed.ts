import { utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { hasOnly, isRecord } from './shape.ts'
import { type SigningContext, sign, verify } from './signing.ts'

/** A statement that everybody may read, with the signature of whoever makes it. */
export const signed = (context: SigningContext, body: unknown, secret: Uint8Array): string =>
  canonicalJson({ body, signature: sign(context, utf8(canonicalJson(body)), secret) })

/** What was signed by this key, of whatever shape; undefined for everything else. */
export function readSigned(context: SigningContext, statement: string, publicKey: string): unknown {
  try {
    const whole: unknown = JSON.parse(statement)
    if (!isRecord(whole) || !hasOnly(whole, 'body', 'signature') || typeof whole['signature'] !== 'string') return
    // One spelling only: whatever was added, doubled or respaced is not what was signed.
    if (canonicalJson(whole) !== statement) return
    const isSigned = verify(context, utf8(canonicalJson(whole['body'])), whole['signature'], publicKey)
    return isSigned ? whole['body'] : undefined
  } catch {
    return undefined
  }
}
