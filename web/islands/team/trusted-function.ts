import { type CertifiedHolder, needsConfirmation, readCertificate } from '../../crypto/certificate.ts'
import { confirmationOf } from '../../crypto/confirmation.ts'

type Me = Readonly<{ site: string; holder: string; siteKey: string; ownKey: string }>

/**
 * Whether the certificates of a function follow from each other by the word of its members, as far as somebody was one
 * of them: then nobody can have been let in, and no key changed, behind the members' back. For a function with escrow
 * there is nothing to check.
 *
 * @param evidence - certificates of the function and of its members; of the function the newest first.
 */
export function isConfirmedAllAlong(evidence: readonly string[], role: string, me: Me): boolean {
  if (!needsConfirmation('function', role)) return true
  const certified = evidence.flatMap((one) => readCertificate(one, me.siteKey, { site: me.site }) ?? [])
  const chain = certified.filter(({ kind, holder }) => kind === 'function' && holder === role)
  const isKeyOf = (holder: string, key: string) =>
    // One's own key is not for the site key to say.
    holder === me.holder ? key === me.ownKey : isStaffKey(certified, holder, key)
  return chain.every((one, index) => {
    const previous = chain[index + 1] ?? null
    const wasMember = previous?.members.includes(me.holder) ?? false
    return !wasMember || confirmationOf(one, previous, isKeyOf) !== 'unconfirmed'
  })
}

const isStaffKey = (certified: readonly CertifiedHolder[], holder: string, key: string): boolean =>
  certified.some((one) => one.kind === 'staff' && one.holder === holder && one.signingKey === key)
