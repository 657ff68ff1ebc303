import { toBase64Url, utf8 } from '../../../web/crypto/bytes.ts'
import { canonicalJson } from '../../../web/crypto/canonical.ts'
import { type CertifiedHolder, certify } from '../../../web/crypto/certificate.ts'
import type { Grantee } from '../../../web/crypto/grant.ts'
import type { Author } from '../../../web/crypto/header.ts'
import { hybridIdentityFromSeed, recipientOf } from '../../../web/crypto/identity.ts'
import type { ReportBody } from '../../../web/crypto/message.ts'
import { deriveReporterKeys, type ReporterKeys } from '../../../web/crypto/reporter-keys.ts'
import { seal } from '../../../web/crypto/sealing.ts'
import { newSigningKey, type SigningKeyPair, sign } from '../../../web/crypto/signing.ts'
import { seededRandom } from './random.ts'

export const site = 'ede'
export const report = '5f0b3c1e-9d1a-4f6e-8a55-0c2d5b7e9f10'
export const otherReport = '00000000-0000-4000-8000-000000000000'
export const day = '2026-11-22'

export type Person = Readonly<{
  grantee: Grantee
  identity: string
  signing: SigningKeyPair
  author: Extract<Author, { kind: 'staff' }>
  certified: CertifiedHolder
  certificate: string
}>

const random = seededRandom('cast')

export const siteKey = newSigningKey(random)
/** The site key of somebody who would like to be the school. */
export const falseSiteKey = newSigningKey(random)

/** A staff member of the site, certified by its key, or by whichever other. */
export async function person(name: string, certifier = siteKey): Promise<Person> {
  const identity = hybridIdentityFromSeed(random(32))
  const recipient = await recipientOf(identity)
  const signing = newSigningKey(random)
  const holder = `${Buffer.from(random(4)).toString('hex')}-0000-4000-8000-000000000000`
  const certified: CertifiedHolder = {
    ...{ v: 1, instance: toBase64Url(new Uint8Array(16)), site, holder, kind: 'staff', name, issuedOn: day },
    ...{ roles: ['mentor'], members: [], recipient, signingKey: signing.publicKey },
  }
  return {
    grantee: { holder, name, recipient },
    author: { kind: 'staff', holder, key: signing.publicKey },
    ...{ identity, signing, certified },
    certificate: certify(certified, certifier.secret),
  }
}

export const reporterKeys = (): Promise<ReporterKeys> => deriveReporterKeys(random(32))

export const reporter: Author = { kind: 'reporter' }

export const reportBody: ReportBody = {
  answers: {
    ...{ reporterKind: 'student', forWhom: 'self', forms: ['verbal', 'online'], goingRound: 'no' },
    ...{ places: ['schoolyard'], howLong: 'weeks', howOften: 'weekly' },
  },
  story: 'Ze schelden me uit op het plein.',
  attachments: [],
}

/** The same bytes with one of them changed. */
export function withByteChanged(bytes: Uint8Array, at: number, by = 1): Uint8Array {
  const changed = bytes.slice()
  changed[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ by
  return changed
}

/** What somebody with the recipient and tools of their own can make: any header over any body, signed by any key. */
export function sealAnything(
  header: unknown,
  body: unknown,
  secret: Uint8Array,
  recipient: string,
): Promise<Uint8Array> {
  const signature = sign('envelope', utf8(canonicalJson({ header, body })), secret)
  return seal(utf8(canonicalJson({ header, body, signature })), recipient)
}
