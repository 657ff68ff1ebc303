import type { DossierEntry } from '../../dossier/entry.ts'
import { accept, refuse } from '../../outcome.ts'
import type { Missing } from '../condition.ts'

export const recordRefusals = [
  'entry-exists',
  'entry-unknown',
  'not-reader',
  'wrong-role',
  'double-role',
  'in-future',
  'due-in-past',
  'before-reopening',
  'not-opened',
  'already-opened',
  'closed',
  'not-closed',
  'held',
  'not-held',
  'code-unknown',
  'record-unknown',
  'record-exists',
  'record-needed',
  'record-not-asked',
  'step-not-open',
  'step-required',
  'decision-needed',
  'precondition-missing',
  'before-precondition',
  'override-not-allowed',
  'reason-needed',
  'link-needed',
  'period-out-of-limits',
  'already-asked',
  'own-request',
  'later-exists',
  'not-correctable',
] as const
export type RecordRefusal = (typeof recordRefusals)[number]

/** The entry as it is to be stored, or why not. `missing` names what lacks, where that is the reason. */
export type RecordOutcome =
  | Readonly<{ ok: true; value: DossierEntry }>
  | Readonly<{ ok: false; refusal: RecordRefusal; missing: readonly Missing[] }>

export const yes = (value: DossierEntry): RecordOutcome => accept(value)

export const no = (refusal: RecordRefusal, missing: readonly Missing[] = []): RecordOutcome => ({
  ...refuse(refusal),
  missing,
})
