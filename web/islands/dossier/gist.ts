import { gistForms, gistPlaces, type Severity, severities } from '../../../api/domain/dossier/gist.ts'
import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import type { Gist } from '../../crypto/dossier-body.ts'
import type { OpenedDossier } from '../../crypto/dossier-open.ts'
import { fill } from '../../text/fill.ts'
import type { DossierText } from './dossier-text.ts'

type Words = DossierText['dossiers']['gist']

/** What it was, as it was last written and not taken back. */
export function gistOf(entries: OpenedDossier['entries']): Gist | null {
  const takenBack = new Set(entries.flatMap(({ entry }) => (entry.kind === 'corrected' ? (entry.refersTo ?? []) : [])))
  return entries.findLast(({ entry, words }) => words.gist && !takenBack.has(entry.id))?.words.gist ?? null
}

/** As it stands in the fields; what is empty is not chosen yet. */
export type TypedGist = Readonly<{ on: string; form: string; place: string; severity: string }>

export type GistTrouble = Readonly<{
  on?: 'day' | 'future'
  form?: 'form'
  place?: 'place'
  severity?: 'severity'
}>

export function gistTroubles({ on, form, place, severity }: TypedGist, today: LocalDate): GistTrouble {
  return {
    ...(on === '' ? { on: 'day' as const } : on > today ? { on: 'future' as const } : {}),
    ...(form === '' && { form: 'form' as const }),
    ...(place === '' && { place: 'place' as const }),
    ...(severity === '' && { severity: 'severity' as const }),
  }
}

/** The words for codes; one that a newer version wrote is shown as it is. */
export function gistInWords({ form, place, severity }: Omit<Gist, 'on'>, words: Words) {
  return {
    form: nameOf(form, words.forms),
    place: nameOf(place, words.places),
    severity: nameOf(severity, words.severities satisfies Record<Severity, string>),
  }
}

const nameOf = (code: string, names: Readonly<Record<string, string>>): string =>
  Object.hasOwn(names, code) ? (names[code] ?? code) : code

export function gistSaid(gist: Omit<Gist, 'on'>, words: Words): string {
  const { form, place, severity } = gistInWords(gist, words)
  return fill(words.said, { form, place: place.toLowerCase(), severity })
}

export { gistForms, gistPlaces, severities }

/** What was done, by the titles of the protocol: steps, measures and how it ended, each once and in their order. */
export function actionsOf(entries: OpenedDossier['entries'], protocol: Protocol | null): readonly string[] {
  const takenBack = new Set(entries.flatMap(({ entry }) => (entry.kind === 'corrected' ? (entry.refersTo ?? []) : [])))
  const lists = { 'step-done': protocol?.steps, measure: protocol?.measures, closed: protocol?.closings }
  const titles = entries.flatMap(({ entry: { id, kind, code } }) => {
    if (takenBack.has(id) || !(kind === 'step-done' || kind === 'measure' || kind === 'closed')) return []
    return lists[kind]?.find(({ key }) => key === code)?.title ?? []
  })
  return [...new Set(titles)]
}
