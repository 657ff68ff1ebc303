import { nameElsewhere } from '../../api/domain/function-names.ts'
import { holderSeenFrom, homeOf } from '../../api/domain/holder-id.ts'
import { type CertifiedHolder, readCertificate } from './certificate.ts'
import { type Neighbour, readNeighbour } from './neighbour.ts'

/** A certified holder as one site sees them: `from` is the other site they belong to, or null for its own. */
export type SeenHolder = CertifiedHolder & Readonly<{ from: Readonly<{ site: string; name: string }> | null }>

/**
 * What counts of these texts for whoever trusts this site key: certificates that it signed, and those of another site
 * whose key it vouches for in one of these same texts. Everything else is left out.
 */
export function readHolders(certificates: readonly string[], siteKey: string, site: string): readonly SeenHolder[] {
  const neighbours = certificates.flatMap((one) => readNeighbour(one, siteKey, { site }) ?? [])
  return certificates.flatMap((one): readonly SeenHolder[] => {
    const own = readCertificate(one, siteKey, { site })
    if (own) return [{ ...own, from: null }]
    return neighbours.flatMap((neighbour) => fromNeighbour(one, neighbour) ?? []).slice(0, 1)
  })
}

/**
 * What was signed at the site where this holder belongs, under the ids they have there: to follow how a function changed
 * hands, which its members confirm in these words.
 */
export function readAtHome(
  certificates: readonly string[],
  siteKey: string,
  site: string,
  holder: string,
): Readonly<{ role: string; certified: readonly CertifiedHolder[] }> {
  const home = homeOf(site, holder)
  const readUnder = (key: string) => certificates.flatMap((one) => readCertificate(one, key, { site: home.site }) ?? [])
  if (home.site === site) return { role: home.holder, certified: readUnder(siteKey) }
  const [said] = certificates.flatMap((one) => readNeighbour(one, siteKey, { site, neighbour: home.site }) ?? [])
  return { role: home.holder, certified: said ? readUnder(said.siteKey) : [] }
}

function fromNeighbour(certificate: string, neighbour: Neighbour): SeenHolder | null {
  const { site, neighbour: home, name, siteKey, instance } = neighbour
  const read = readCertificate(certificate, siteKey, { site: home, instance })
  const seen = (holder: string) => holderSeenFrom(site, home, holder)
  return (
    read && {
      ...read,
      holder: seen(read.holder),
      members: read.members.map(seen),
      name: nameElsewhere(read.name, name),
      from: { site: home, name },
    }
  )
}
