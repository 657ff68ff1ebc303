import { receivingFunctions } from '../../../api/domain/roles.ts'
import type { Grantee } from '../../crypto/grant.ts'
import { type Directory, directoryOf, toGrantee } from '../shared/directory.ts'
import type { Opened } from './read.ts'
import { publicApi } from './reporter-api.ts'

/** A function of the site that can read from now on, and who gets the key for it. */
export type Choice = Readonly<{ role: string; members: readonly string[]; grantees: readonly Grantee[] }>

/**
 * The functions the reporter can turn to now, without anybody whom the reporter left out. Only what the **pinned**
 * site key vouches for is offered: here a server would name its own people.
 *
 * @throws ApiError when the list cannot be fetched.
 */
export async function offeredFunctions(
  { stored, conversation }: Opened,
  leftOut: readonly string[],
): Promise<Choice[]> {
  const isOut = (holder: string) => leftOut.includes(holder) || stored.out.includes(holder)
  const offered = await publicApi.functions(stored.site)
  const functions = directoryOf(
    offered.map(({ certificate }) => certificate),
    conversation.siteKey,
    stored.site,
  )
  const deputiesOf = (role: string) =>
    offered.flatMap((one) => (one.role === role ? one.deputies.map(({ holder }) => holder) : []))
  const behind = [...functions.values()].flatMap(({ holder, members }) => [...members, ...deputiesOf(holder)])
  const members = [...new Set(behind)]
  const people = members.length === 0 ? [] : await publicApi.certificates(stored.site, members)
  const directory: Directory = new Map([...functions, ...directoryOf(people, conversation.siteKey, stored.site)])
  return receivingFunctions.flatMap((role) => {
    const certified = functions.get(role)
    if (certified?.kind !== 'function') return []
    const able = certified.members.filter((member) => directory.has(member) && !isOut(member))
    if (able.length === 0 || leftOut.includes(role)) return []
    // Through the function itself, those left out would read along, as members or for a while.
    const deputies = deputiesOf(role)
    const isWhole = ![...certified.members, ...deputies].some(isOut)
    const holders = isWhole ? [certified] : able.flatMap((member) => directory.get(member) ?? [])
    const names = [...able, ...(isWhole ? deputies : [])].flatMap((member) => directory.get(member)?.name ?? [])
    return [{ role, members: names, grantees: holders.map(toGrantee) }]
  })
}
