import { toBase64Url } from '../../crypto/bytes.ts'
import type { Grantee } from '../../crypto/grant.ts'
import type { NamedHolder } from '../../crypto/message.ts'
import { type OpenedKeys, sealKeys, sealRenewal } from '../../crypto/renewal.ts'
import { remainingReaders } from '../shared/directory.ts'
import { handOnApi } from './hand-on-api.ts'
import type { OpenedReport } from './open-report.ts'
import type { ReportDesk, WriteTrouble } from './report-desk.svelte.ts'
import type { Answer } from './team-api.ts'

/** Somebody who stops reading: the person, or a function of theirs; `isInvolved`: for good, through whatever function. */
export type Leaving = Readonly<{ as: NamedHolder; isInvolved: boolean; to: Grantee | null }>

/** The ids of what is sent, kept for a second try. */
export type Ids = Readonly<{ share: string; leave: string }>

export const newIds = (): Ids => ({ share: crypto.randomUUID(), leave: crypto.randomUUID() })

/** A new key for those who remain. @throws when nobody does, or nothing may be written. */
export async function renewKey({ stored, opened, writer, place }: ReportDesk): Promise<Answer<unknown>> {
  if (!stored || !opened) throw new Error('nothing is open')
  const readers = remainingReaders(stored, opened)
  const { announcement, ...renewal } = await sealRenewal(keysOf(opened), writer, opened.nextNumber, readers)
  return handOnApi.renew(place, {
    ...renewal,
    announcement: { id: crypto.randomUUID(), sealed: announcement },
    after: stored.messages.at(-1)?.sequence ?? 0,
  })
}

/** Lets somebody read along, from the start; `standsIn`: for as long as the one who shares is away. */
export const shareReport = (
  desk: ReportDesk,
  to: Grantee,
  ids: Ids,
  { standsIn = false }: Readonly<{ standsIn?: boolean }> = {},
): Promise<WriteTrouble | null> =>
  desk.send(ids.share, always, async (under) =>
    handOnApi.share(desk.place, { ...under, standsIn, ...(await sealShare(desk, to, ids)) }),
  )

/** Stops reading, and hands over in the same step when there is somebody to hand over to. */
export const leaveReport = (
  desk: ReportDesk,
  { as, isInvolved, to }: Leaving,
  ids: Ids,
): Promise<WriteTrouble | null> =>
  desk.send(ids.leave, always, async (under) => {
    const share = to === null ? {} : { share: await sealShare(desk, to, ids) }
    const sealed = toBase64Url(await desk.seal('leave', as, to === null ? 0 : 1))
    const message = { id: ids.leave, sealed }
    return handOnApi.leave(desk.place, { ...under, ...share, holder: as.holder, isInvolved, message })
  })

const always = () => true

async function sealShare(desk: ReportDesk, to: Grantee, ids: Ids) {
  const { opened, writer } = desk
  if (!opened) throw new Error('nothing is open')
  const { holder, name } = to
  const grants = await sealKeys(keysOf(opened), writer, [to], [...opened.readers, to])
  return {
    holder,
    grants: grants.map(({ epoch, sealed }) => ({ epoch, sealed })),
    message: { id: ids.share, sealed: toBase64Url(await desk.seal('share', { holder, name })) },
  }
}

const keysOf = ({ identities: grantIdentities, ...opened }: OpenedReport): OpenedKeys => ({
  ...opened,
  grantIdentities,
})
