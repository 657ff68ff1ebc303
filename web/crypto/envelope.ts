import { utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { type Header, isHeader } from './header.ts'
import { readJson } from './json.ts'
import { isBody, mayWrite } from './message.ts'
import { open, seal } from './sealing.ts'
import { hasOnly, isRecord } from './shape.ts'
import { sign, verify } from './signing.ts'

export { type Author, type AuthorId, authorId, type Header, isHeader, type Purpose, purposes } from './header.ts'

/** What came out of an age file. The signature has **not** been checked and the body may be anything. */
export type OpenedEnvelope = Readonly<{ header: Header; body: unknown; signature: string }>

/**
 * Signs header and body together and seals them to one recipient.
 * @param secret - the author's signing seed.
 * @throws when the header is malformed, the body is not one that this author may write, or the whole is too long.
 */
export async function sealEnvelope(
  header: Header,
  body: unknown,
  secret: Uint8Array,
  recipient: string,
): Promise<Uint8Array> {
  // What a reader would refuse is not sent in the first place.
  if (!isHeader(header)) throw new Error('malformed header')
  if (header.purpose !== 'grant' && !(mayWrite(header) && isBody(header.purpose, body)))
    throw new Error('malformed body')
  const signature = sign('envelope', signedBytes(header, body), secret)
  return seal(utf8(canonicalJson({ header, body, signature })), recipient)
}

/** @throws 'cannot open' for another key, a changed byte, or anything that is not an envelope. */
export async function openEnvelope(ageFile: Uint8Array, identity: string): Promise<OpenedEnvelope> {
  const whole = readJson(await open(ageFile, identity))
  if (!isRecord(whole) || !hasOnly(whole, 'header', 'body', 'signature')) throw new Error('cannot open')
  const { header, body, signature } = whole
  if (!isHeader(header) || typeof signature !== 'string') throw new Error('cannot open')
  return { header, body, signature }
}

/** Whether the holder of this public key signed exactly this header with exactly this body. */
export function verifyEnvelope({ header, body, signature }: OpenedEnvelope, publicKey: string): boolean {
  try {
    return verify('envelope', signedBytes(header, body), signature, publicKey)
  } catch {
    return false
  }
}

const signedBytes = (header: Header, body: unknown) => utf8(canonicalJson({ header, body }))
