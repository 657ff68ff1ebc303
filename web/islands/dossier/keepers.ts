import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import type { Grantee } from '../../crypto/grant.ts'
import { directoryOf, toGrantee } from '../shared/directory.ts'
import { handOnApi } from '../team/hand-on-api.ts'
import type { OpenWorkplace } from '../team/staff-keys.ts'
import type { Trouble } from '../team/team-api.ts'

/** The functions that keep dossiers at a site and find an earlier one, as far as the pinned site key vouches for them. */
export async function keepersAt(
  { site, siteKey }: OpenWorkplace,
  { keepers }: Pick<Protocol, 'keepers'>,
): Promise<Readonly<{ ok: true; value: readonly Grantee[] }> | Readonly<{ ok: false; trouble: Trouble }>> {
  const offered = await handOnApi.colleagues(site, '')
  if (!offered.ok) return offered
  const certificates = offered.value.functions.map(({ certificate }) => certificate)
  const certified = [...directoryOf(certificates, siteKey, site).values()]
  return { ok: true, value: certified.filter(({ holder }) => keepers.includes(holder)).map(toGrantee) }
}
