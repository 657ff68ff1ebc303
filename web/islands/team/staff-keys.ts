import { fromBase64Url, text, toBase64Url, utf8 } from '../../crypto/bytes.ts'
import { readCertificate } from '../../crypto/certificate.ts'
import { openFunctionKey } from '../../crypto/function-key.ts'
import { recipientOf } from '../../crypto/identity.ts'
import { type Neighbour, readNeighbour } from '../../crypto/neighbour.ts'
import { readPin } from '../../crypto/pin.ts'
import { type SigningKeyPair, signingKeyFromSeed } from '../../crypto/signing.ts'
import type { StaffBox } from '../../crypto/staff-box.ts'
import type { HeldFunction, Me, Workplace } from './team-api.ts'
import { isConfirmedAllAlong } from './trusted-function.ts'

/**
 * `noSiteKey`, `notPinned`, `siteKeyChanged`: nothing of the site is opened. `notSigned`, `ownKeyChanged`,
 * `notConfirmed`: reading goes on, writing does not.
 */
export type WorkplaceTrouble = Closed | 'notSigned' | 'ownKeyChanged' | 'notConfirmed'
export type Closed = 'noSiteKey' | 'notPinned' | 'siteKeyChanged'

const closed = ['noSiteKey', 'notPinned', 'siteKeyChanged'] as const satisfies readonly Closed[]

/** Whether nothing of the site is opened. */
export const isClosed = ({ trouble }: Pick<OpenWorkplace, 'trouble'>): boolean =>
  closed.some((kind) => kind === trouble)

/** A site where somebody works, with the keys of all they can be addressed as there: themselves and their functions. */
export type OpenWorkplace = Readonly<{
  site: string
  siteName: string
  holder: string
  roles: Workplace['roles']
  /** The site key this person trusts, whatever the server names; empty when there is none yet. */
  siteKey: string
  /** What the server names: to be compared with paper before it is trusted. */
  namedSiteKey: string | null
  /** Age identities by holder id, the newest of each first. */
  identities: Readonly<Record<string, readonly string[]>>
  /** The other sites that this one vouches for, with the statement that says so. */
  neighbours: readonly VouchedSite[]
  trouble: WorkplaceTrouble | null
}>

export type VouchedSite = Neighbour & Readonly<{ statement: string }>

export type StaffKeys = Readonly<{
  recipient: string
  signing: SigningKeyPair
  workplaces: readonly OpenWorkplace[]
}>

/** Opens every key the person has. What the server says about keys counts only as far as the pinned site key agrees. */
export async function openStaffKeys(box: StaffBox, me: Me): Promise<StaffKeys> {
  const own = { recipient: await recipientOf(box.identity), signing: signingKeyFromSeed(box.signingSeed) }
  const workplaces = await Promise.all(me.sites.map((place) => openWorkplace(place, box, own)))
  return { ...own, workplaces }
}

type OwnKeys = Pick<StaffKeys, 'recipient' | 'signing'>

async function openWorkplace(place: Workplace, box: StaffBox, own: OwnKeys): Promise<OpenWorkplace> {
  const { site, siteName, holder, roles } = place
  const pinned = place.pin && readPin(place.pin, own.signing.publicKey, { site, holder })
  const siteKey = box.siteKeys[site] ?? pinned ?? ''
  const facts = { site, siteName, holder, roles, siteKey, namedSiteKey: place.siteKey }
  const trouble = closedBy(siteKey, place.siteKey)
  if (trouble !== null) return { ...facts, identities: {}, neighbours: [], trouble }

  const certified = place.certificate === null ? null : readCertificate(place.certificate, siteKey, { site, holder })
  const isOwn = certified?.recipient === own.recipient && certified.signingKey === own.signing.publicKey
  const functions = await Promise.all(
    place.functions.map(async (held) => ({
      role: held.role,
      opened: await Promise.all(
        [held, ...held.former].map((key) => functionIdentity(held.role, key, place, siteKey, box).catch(() => null)),
      ),
    })),
  )
  const identities: Record<string, readonly string[]> = { [holder]: [box.identity] }
  for (const { role, opened } of functions) {
    const usable = opened.filter((identity) => identity !== null)
    if (usable.length > 0) identities[role] = usable
  }
  const neighbours = place.neighbours.flatMap((statement): VouchedSite[] => {
    const said = readNeighbour(statement, siteKey, { site })
    return said && said.instance === certified?.instance ? [{ ...said, statement }] : []
  })
  return { ...facts, identities, neighbours, trouble: troubleOf() }

  function troubleOf(): WorkplaceTrouble | null {
    const me = { site, holder, siteKey, ownKey: own.signing.publicKey }
    if (!place.functions.every(({ role, evidence }) => isConfirmedAllAlong(evidence, role, me))) return 'notConfirmed'
    if (place.certificate === null) return 'notSigned'
    const isWhole = isOwn && functions.every(({ opened }) => !opened.includes(null))
    return isWhole ? null : 'ownKeyChanged'
  }
}

function closedBy(trusted: string, named: string | null): Closed | null {
  if (trusted === '') return named === null ? 'noSiteKey' : 'notPinned'
  return trusted === named ? null : 'siteKeyChanged'
}

/** @throws unless it is the key that the pinned site key certifies for this function. */
async function functionIdentity(
  role: string,
  { certificate, functionKey }: Pick<HeldFunction, 'certificate' | 'functionKey'>,
  { site, holder }: Workplace,
  siteKey: string,
  box: StaffBox,
): Promise<string> {
  const certified = readCertificate(certificate, siteKey, { site, holder: role })
  if (certified?.kind !== 'function') throw new Error('not certified')
  const expect = { site, role, member: holder, recipient: certified.recipient }
  return await openFunctionKey(fromBase64Url(functionKey), box.identity, expect)
}

/** The staff box as bytes for the vault of this browser. */
export const boxToBytes = ({ identity, signingSeed, siteKeys }: StaffBox): Uint8Array<ArrayBuffer> =>
  new Uint8Array(utf8(JSON.stringify({ identity, signingSeed: toBase64Url(signingSeed), siteKeys })))

/** Only for what `boxToBytes` made in this browser. */
export function boxFromBytes(bytes: Uint8Array): StaffBox {
  const { identity, signingSeed, siteKeys } = JSON.parse(text(bytes))
  return { identity, signingSeed: fromBase64Url(signingSeed), siteKeys }
}
