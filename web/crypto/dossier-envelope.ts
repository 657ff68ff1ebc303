import { fromBase64Url, utf8 } from './bytes.ts'
import { canonicalJson } from './canonical.ts'
import { type DossierBodies, isDossierBody } from './dossier-body.ts'
import { type DossierHeader, type DossierPurpose, isDossierHeader } from './dossier-header.ts'
import { readJson } from './json.ts'
import { open, seal } from './sealing.ts'
import { hasOnly, isRecord } from './shape.ts'
import { sign, verify } from './signing.ts'
import type { NameOfStaff } from './staff-names.ts'

/** What came out of an age file, signed by a member of staff whom the pinned site key certifies. The body may be anything. */
export type VerifiedEnvelope = Readonly<{
  header: DossierHeader
  body: unknown
  signature: string
  authorName: string
}>

export type DossierPlace = Readonly<{ site: string; dossier: string; epoch: number }>
export type EnvelopeFault = 'unopenable' | 'moved' | 'forged'

/** Signs header and body together and seals them to one recipient. @throws when something is malformed or too long. */
export async function sealInDossier<P extends DossierPurpose>(
  header: DossierHeader & Readonly<{ purpose: P }>,
  body: DossierBodies[P],
  secret: Uint8Array,
  recipient: string,
): Promise<Uint8Array> {
  // What a reader would refuse is not sent in the first place.
  if (!isDossierHeader(header) || !isDossierBody(header.purpose, body)) throw new Error('malformed entry')
  const signature = sign('dossier', signedBytes(header, body), secret)
  return seal(utf8(canonicalJson({ header, body, signature })), recipient)
}

/** Opens one thing of a dossier and checks that it stands where it was written, and who of the staff wrote it. */
export async function openInDossier(
  sealed: string | Uint8Array,
  identity: string | undefined,
  expect: DossierPlace & Readonly<{ purposes: readonly DossierPurpose[]; nameOf: NameOfStaff }>,
): Promise<Readonly<{ ok: true; value: VerifiedEnvelope }> | Readonly<{ ok: false; fault: EnvelopeFault }>> {
  const whole = identity === undefined ? undefined : await tryOpen(sealed, identity)
  if (!isRecord(whole) || !hasOnly(whole, 'header', 'body', 'signature')) return fault('unopenable')
  const { header, body, signature } = whole
  if (!isDossierHeader(header) || typeof signature !== 'string') return fault('unopenable')
  const { site, dossier, epoch, purpose, author } = header
  const isHere = site === expect.site && dossier === expect.dossier && epoch === expect.epoch
  if (!isHere || !expect.purposes.includes(purpose)) return fault('moved')
  const authorName = expect.nameOf({ kind: 'staff', ...author })
  if (authorName === null || !isSigned(header, body, signature)) return fault('forged')
  return { ok: true, value: { header, body, signature, authorName } }
}

async function tryOpen(sealed: string | Uint8Array, identity: string): Promise<unknown> {
  try {
    return readJson(await open(typeof sealed === 'string' ? fromBase64Url(sealed) : sealed, identity))
  } catch {
    return undefined
  }
}

function isSigned(header: DossierHeader, body: unknown, signature: string): boolean {
  try {
    return verify('dossier', signedBytes(header, body), signature, header.author.key)
  } catch {
    // Without a canonical spelling nothing was signed.
    return false
  }
}

const fault = (what: EnvelopeFault) => ({ ok: false, fault: what }) as const

const signedBytes = (header: unknown, body: unknown) => utf8(canonicalJson({ header, body }))
