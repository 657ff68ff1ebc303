import { readNeighbour, vouchFor } from '../../crypto/neighbour.ts'
import type { Office } from './office.ts'
import { openSiteKey } from './site-key-work.ts'

/** Another site of the school, as the server names it. */
export type OtherSite = Readonly<{ site: string; name: string; siteKey: string | null; statement: string | null }>

/**
 * `noKey`: nothing to compare yet. `new`: nobody compared it. `renamed`: the key is the same and the name is not.
 * `otherKey`: the server names another key than was compared here. `vouched`: in force.
 */
export type NeighbourState = 'noKey' | 'new' | 'renamed' | 'otherKey' | 'vouched'

export function stateOf({ site, siteKey: own, instance }: Office, other: OtherSite): NeighbourState {
  const expect = { site, neighbour: other.site, instance }
  const said = other.statement === null ? null : readNeighbour(other.statement, own, expect)
  if (said && said.siteKey !== other.siteKey) return 'otherKey'
  if (other.siteKey === null) return 'noKey'
  if (!said) return 'new'
  return said.name === other.name ? 'vouched' : 'renamed'
}

/** What the director compared, signed with the key of their own site. @throws when that does not open. */
export async function signNeighbour(office: Office, { site: neighbour, name, siteKey }: OtherSite): Promise<string> {
  if (siteKey === null) throw new Error('nothing to compare')
  const { secret } = await openSiteKey(office)
  const { instance, site, today: issuedOn } = office
  return vouchFor({ instance, site, neighbour, name, siteKey, issuedOn }, secret)
}
