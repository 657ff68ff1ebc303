import type { LocalDate } from '../../../api/domain/local-date.ts'
import { findProtocol } from '../../../api/domain/protocol/registry.ts'
import type { OpenedDossier } from '../../crypto/dossier-open.ts'
import { type DossierPlace, type DossierTrouble, dossierApi, type ListedDossier } from './dossier-api.ts'
import type { DossierOpener } from './dossier-opener.ts'
import type { DossierText } from './dossier-text.ts'
import { actionsOf, gistInWords, gistOf } from './gist.ts'

/** One dossier, without a name of anybody. */
export type RegisterLine = Readonly<{
  place: DossierPlace
  /** The first day of what happened, or the day of the dossier where nobody wrote what it was. */
  on: string
  cells: Readonly<{ site: string; form: string; severity: string; place: string; action: string }>
}>

export type Register = Readonly<{ lines: readonly RegisterLine[]; failed: number }>
export type Between = Readonly<{ from: string; until: string }>

/**
 * Opens every dossier that this person reads and that can have something of the period in it, one after the other.
 *
 * @param onprogress takes how many were opened, and of how many.
 */
export async function makeRegister(
  opener: DossierOpener,
  between: Between,
  words: DossierText['dossiers']['gist'],
  onprogress: (done: number, total: number) => void,
): Promise<Readonly<{ ok: true; value: Register }> | Readonly<{ ok: false; trouble: DossierTrouble }>> {
  const [open, closed] = await Promise.all([dossierApi.list('open'), dossierApi.list('closed')])
  if (!open.ok) return open
  if (!closed.ok) return closed
  // What happened in the period may have been written down after it, and never before it.
  const listed = [...open.value.dossiers, ...closed.value.dossiers].filter(({ openedOn }) => openedOn >= between.from)
  const lines: RegisterLine[] = []
  let failed = 0
  for (const [done, one] of listed.entries()) {
    onprogress(done, listed.length)
    const place = { site: one.site, dossier: one.dossier }
    const answer = await dossierApi.dossier(place)
    if (!answer.ok && (answer.trouble === 'signedOut' || answer.trouble === 'offline')) return answer
    const opened = answer.ok ? await opener.dossier(answer.value).catch(() => null) : null
    if (opened) lines.push(lineOf(one, opened, words))
    else failed += 1
  }
  const inPeriod = lines.filter(({ on }) => between.from <= on && on <= between.until)
  return { ok: true, value: { lines: inPeriod.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)), failed } }
}

export function lineOf(
  {
    site,
    dossier,
    siteName,
    openedOn,
    protocol,
  }: Pick<ListedDossier, 'site' | 'dossier' | 'siteName' | 'protocol'> & Readonly<{ openedOn: LocalDate }>,
  { entries }: Pick<OpenedDossier, 'entries'>,
  words: DossierText['dossiers']['gist'],
): RegisterLine {
  const { unknown, working } = words.register
  const gist = gistOf(entries)
  const said = gist ? gistInWords(gist, words) : { form: unknown, severity: unknown, place: unknown }
  const actions = actionsOf(entries, findProtocol(protocol))
  return {
    ...{ place: { site, dossier }, on: gist?.on ?? openedOn },
    cells: { site: siteName, ...said, action: actions.length > 0 ? actions.join('; ') : working },
  }
}
