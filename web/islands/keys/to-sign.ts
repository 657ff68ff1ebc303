import { changesOf, type HolderChange, type HolderFacts } from '../../../api/domain/holder-facts.ts'
import { factsOf } from '../../../api/domain/roster.ts'
import { type CertifiedHolder, certify, needsConfirmation } from '../../crypto/certificate.ts'
import { type ConfirmedBy, confirmationOf, isSaid, readConfirmation } from '../../crypto/confirmation.ts'
import { certifiedOf, functionView, type Office, rosterOf } from './office.ts'

/** Something that differs from what the site key said last, in the words of the school's own lists. */
export type Signable = Readonly<{
  holder: string
  kind: 'staff' | 'function'
  name: string
  changes: readonly HolderChange[]
  /** For a function: who is in it now. */
  members: readonly string[]
  /**
   * False when no member who was there before says that this key and these members are right: then it may be somebody
   * who let themselves in, and whoever signs has to know better.
   */
  isConfirmed: boolean
  /** Signed only after this: a function is confirmed by keys that must be signed themselves. */
  body: CertifiedHolder
}>

/** Everything that waits for the site key, people first. */
export function toSign(office: Office): readonly Signable[] {
  const roster = rosterOf(office.view)
  const people = office.view.people.map(({ holder, certificate }) => ({ holder, certificate }))
  const functions = office.view.functions.map(({ role, certificate }) => ({ holder: role, certificate }))
  return [...people, ...functions].flatMap(({ holder, certificate }): Signable[] => {
    const facts = factsOf(roster, holder)
    if (!facts) return []
    const said = certifiedOf(office, certificate, holder)
    const changes = changesOf(facts, said)
    if (changes.length === 0) return []
    const { kind, name, members } = facts
    return [{ holder, kind, name, changes, members, ...judge(office, facts, said) }]
  })
}

/** The certificates, in the order of the list. */
export const signAll = (list: readonly Signable[], siteSecret: Uint8Array): readonly string[] =>
  list.map(({ body }) => certify(body, siteSecret))

function judge(office: Office, facts: HolderFacts, said: CertifiedHolder | null) {
  const { instance, site, today } = office
  const body = { v: 1, instance, site, ...facts, issuedOn: today } as const
  if (facts.kind === 'staff') return { isConfirmed: true, body }
  const text = functionView(office.view, facts.holder).generations[0]?.confirmation
  const confirmedBy = text ? readConfirmation(text) : null
  const isConfirmed = isConfirmedFor(office, { ...body, confirmedBy }, said, confirmedBy)
  return { isConfirmed, body: needsConfirmation('function', facts.holder) ? { ...body, confirmedBy } : body }
}

/**
 * The member's key must be certified already: together with a new key of theirs, their word would prove nothing. The
 * first key of a function is vouched for by the one who made it.
 */
function isConfirmedFor(
  office: Office,
  body: CertifiedHolder,
  said: CertifiedHolder | null,
  by: ConfirmedBy | null,
): boolean {
  const isKeyOf = (holder: string, key: string) => {
    const person = office.view.people.find((one) => one.holder === holder)
    return certifiedOf(office, person?.certificate ?? null, holder)?.signingKey === key
  }
  const confirmation = confirmationOf(body, said, isKeyOf)
  if (confirmation !== 'first') return confirmation !== 'unconfirmed'
  return by !== null && body.members.includes(by.holder) && isKeyOf(by.holder, by.key) && isSaid(body, by)
}
