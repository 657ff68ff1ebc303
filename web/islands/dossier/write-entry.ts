import type { EntryKind } from '../../../api/domain/dossier/entry.ts'
import type { Allowance } from '../../../api/domain/protocol/allowed.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import type { Interpretation } from '../../../api/domain/protocol/interpret.ts'

/** What can be written down beside the steps. */
export const writableKinds = [
  'note',
  'agreement',
  'planned',
  'circumstance',
  'measure',
  'handed-over',
  'closed',
  'reopened',
] as const satisfies readonly EntryKind[]
export type WritableKind = (typeof writableKinds)[number]

/** Kinds for which the protocol has a list of its own. */
export type ListedKind = Exclude<WritableKind, 'note' | 'agreement' | 'planned'>

const lists = {
  circumstance: 'circumstances',
  measure: 'measures',
  'handed-over': 'handOvers',
  closed: 'closings',
  reopened: 'reopenings',
} as const satisfies Record<ListedKind, keyof Interpretation['allowed']>

export const isListed = (kind: WritableKind): kind is ListedKind => kind in lists

/** What the protocol has to choose from, allowed or not: what is not allowed says why. */
export const choicesOf = (kind: WritableKind, { allowed }: Interpretation): readonly Allowance[] =>
  isListed(kind) ? allowed[lists[kind]] : []

/** The kinds that make sense now. */
export const kindsNow = (now: Interpretation): readonly WritableKind[] =>
  writableKinds.filter((kind) => (isListed(kind) ? choicesOf(kind, now).length > 0 : now.state !== 'closed'))

/** Whether the protocol wants words with it, whatever somebody feels like writing. */
export function needsReason(kind: WritableKind, key: string, protocol: Protocol): boolean {
  if (kind === 'circumstance') return protocol.circumstances.some((one) => one.key === key && one.needsReason)
  if (kind === 'closed') return protocol.closings.some((one) => one.key === key && one.needsReason)
  if (kind === 'handed-over') return protocol.handOvers.some((one) => one.to === key && one.needsReason)
  return kind === 'note' || kind === 'agreement'
}

/** What the law adds to a measure. */
export const lawOf = (key: string, { measures, statutory }: Protocol) => {
  const named = measures.find((measure) => measure.key === key)?.law ?? []
  return statutory.filter((limit) => named.includes(limit.key))
}
