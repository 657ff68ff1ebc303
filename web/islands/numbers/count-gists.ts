import type { Gist } from '../../../api/domain/numbers/gist-counts.ts'
import { type Half, halfId, halfOf } from '../../../api/domain/numbers/period.ts'
import { dossierApi } from '../dossier/dossier-api.ts'
import type { DossierOpener } from '../dossier/dossier-opener.ts'
import { gistOf } from '../dossier/gist.ts'

export type Counted = Readonly<{ gists: readonly Gist[]; total: number; unreadable: number }>

/** What it was, in each dossier of a site that began in this half; null when the server did not answer. */
export async function countGists(
  opener: DossierOpener,
  site: string,
  half: Half,
  onprogress: (done: number, total: number) => void,
): Promise<Counted | null> {
  const [open, closed] = await Promise.all([dossierApi.list('open'), dossierApi.list('closed')])
  if (!open.ok || !closed.ok) return null
  const listed = [...open.value.dossiers, ...closed.value.dossiers].filter(
    (one) => one.site === site && halfId(halfOf(one.openedOn)) === halfId(half),
  )
  const gists: Gist[] = []
  let unreadable = 0
  for (const [done, { dossier }] of listed.entries()) {
    onprogress(done, listed.length)
    const answer = await dossierApi.dossier({ site, dossier })
    if (!answer.ok && (answer.trouble === 'signedOut' || answer.trouble === 'offline')) return null
    const opened = answer.ok ? await opener.dossier(answer.value).catch(() => null) : null
    if (!opened) unreadable += 1
    const gist = opened && gistOf(opened.entries)
    if (gist) gists.push(gist)
  }
  return { gists, total: listed.length, unreadable }
}
