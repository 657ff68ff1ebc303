import { homeOf } from '../../api/domain/holder-id.ts'
import { isReceivingFunction, receivingFunctions } from '../../api/domain/roles.ts'
import { ask } from '../../web/client.ts'
import { readCertificate } from '../../web/crypto/certificate.ts'
import type { Grantee } from '../../web/crypto/grant.ts'
import { directoryOf, toGrantee } from '../../web/islands/shared/directory.ts'
import { accepted, type SchoolApi } from './school-api.ts'

/** Somebody of another site, with the key that this site vouches for, as the browser of a member of staff finds it. */
export async function neighbourAt(
  { client }: SchoolApi,
  { site, report }: Readonly<{ site: string; report: string }>,
  holder: string,
  trusted: Readonly<{ siteKey: string; statements: readonly string[] }>,
): Promise<Grantee> {
  const home = homeOf(site, holder)
  const json = { name: '', at: home.site }
  const { functions } = await accepted(
    ask(client.team.reports[':site'][':report'].colleagues.$post({ param: { site, report }, json })),
  )
  const param = { site: home.site }
  const holders = [home.holder]
  const people = isReceivingFunction(home.holder)
    ? []
    : await accepted(ask(client.sites[':site']['staff-search'].$post({ param, json: { holders } })))
  const certificates = [...functions, ...people].map(({ certificate }) => certificate)
  const found = directoryOf([...certificates, ...trusted.statements], trusted.siteKey, site).get(holder)
  if (!found) throw new Error(`no certificate of ${holder}`)
  return toGrantee(found)
}

/** The holders a reporter chose, with the keys that the site's own signature vouches for. */
export async function granteesAt(
  { client }: SchoolApi,
  site: string,
  to: readonly string[],
): Promise<{ siteKey: string; grantees: Grantee[] }> {
  const param = { site }
  const { siteKey, functions } = await accepted(ask(client.sites[':site'].readers.$get({ param })))
  if (siteKey === null) throw new Error('a site without a key')
  const holders = to.filter((holder) => !receivingFunctions.some((role) => role === holder))
  const people =
    holders.length === 0
      ? []
      : await accepted(ask(client.sites[':site']['staff-search'].$post({ param, json: { holders } })))
  const certificates = new Map([
    ...functions.map(({ role, certificate }) => [role as string, certificate] as const),
    ...people.map(({ holder, certificate }) => [holder, certificate] as const),
  ])
  const grantees = to.map((holder) => {
    const certified = readCertificate(certificates.get(holder) ?? '', siteKey, { site, holder })
    if (!certified) throw new Error(`no certificate of ${holder}`)
    return { holder, name: certified.name, recipient: certified.recipient }
  })
  return { siteKey, grantees }
}
