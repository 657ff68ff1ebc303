import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Roster } from '../../../api/domain/roster.ts'
import type { Told } from '../../client.ts'
import { type CertifiedHolder, readCertificate } from '../../crypto/certificate.ts'
import type { SigningKeyPair } from '../../crypto/signing.ts'
import type { KeysClient } from './keys-api.ts'

type Site = KeysClient['team']['sites'][':site']

/** What the server says about the keys of a site. */
export type SiteKeysView = Told<Site['keys']['$get']>
export type FunctionView = SiteKeysView['functions'][number]

/** Somebody at work on the keys of a site, with their own keys open. Nothing here asks the server. */
export type Office = Readonly<{
  site: string
  instance: string
  today: LocalDate
  /** The site key this person trusts; empty while the site has none. */
  siteKey: string
  holder: string
  identity: string
  recipient: string
  signing: SigningKeyPair
  view: SiteKeysView
}>

export const rosterOf = ({ people, functions }: SiteKeysView): Roster => ({
  people,
  generations: functions.flatMap(({ role, generations }) => generations.map((key) => ({ ...key, role }))),
})

export const functionView = ({ functions }: SiteKeysView, role: string): FunctionView => {
  const found = functions.find((one) => one.role === role)
  if (!found) throw new Error('not a function')
  return found
}

export const nameOf = ({ view }: Pick<Office, 'view'>, holder: string): string =>
  view.people.find((person) => person.holder === holder)?.name ?? ''

/** What the trusted site key says of a holder, or null. */
export const certifiedOf = (office: Office, certificate: string | null, holder: string): CertifiedHolder | null =>
  certificate === null
    ? null
    : readCertificate(certificate, office.siteKey, { site: office.site, holder, instance: office.instance })

/** Whether the site key vouches for the one at work: before that, their word about a key counts for nothing. */
export const isCertified = (office: Office): boolean => {
  const own = office.view.people.find((person) => person.holder === office.holder)
  return certifiedOf(office, own?.certificate ?? null, office.holder)?.signingKey === office.signing.publicKey
}

/** Of a person, with keys that may be sealed to. @throws when the site key does not vouch for them. */
export function certifiedPerson(office: Office, holder: string): CertifiedHolder {
  const person = office.view.people.find((one) => one.holder === holder)
  const certified = certifiedOf(office, person?.certificate ?? null, holder)
  if (certified?.kind !== 'staff') throw new Error('not certified')
  return certified
}
