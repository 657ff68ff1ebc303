import type { LocalDate } from '../local-date.ts'

/**
 * What an entry in a dossier says happened. Entries are only ever added; `corrected` takes back an earlier one.
 *
 * - `opened`: `code` is the way in, such as `ordinary` or `digital`; a dossier has one.
 * - `record-added`: a pupil who is involved; `code` is one of `parts`, `record` the record of that pupil.
 * - `step-done`, `step-skipped`: `code` is a step of the protocol; `record` when it is taken once for each such pupil.
 * - `circumstance`: something that opens or closes the way to steps and measures, such as "it goes on". It settles the
 *   step that asks to decide between it and another.
 * - `measure`: `code` is a measure of the protocol, `record` the pupil it is for.
 * - `handed-over`: `code` is the role that handles the dossier from now on; it settles the step that asks for it.
 * - `planned`: a moment to come, on `dueOn`; `code` is the step it is for, or null.
 * - `note`, `agreement`: words only; an agreement may have a day on which it is looked at again.
 * - `closed`: `code` is how it ended, `dueOn` the day from which it may be erased; null follows the site's own period. `reopened`: because it happened again, or was closed by mistake.
 * - `held`, `hold-ended`: nothing in it is erased in between.
 * - `erasure-asked`: that what is kept about one pupil is erased; `refersTo` the entry that added them.
 *   `erasure-declined`, `record-erased`: what the school decided; `refersTo` the request.
 */
export const entryKinds = [
  'opened',
  'record-added',
  'step-done',
  'step-skipped',
  'circumstance',
  'measure',
  'handed-over',
  'planned',
  'note',
  'agreement',
  'closed',
  'reopened',
  'corrected',
  'held',
  'hold-ended',
  'erasure-asked',
  'erasure-declined',
  'record-erased',
] as const
export type EntryKind = (typeof entryKinds)[number]

/**
 * The part a pupil has in what happened (protocol 1.2-1.4, 2.2): leerling die gepest wordt, leerling die het doet,
 * middengroep (who strengthens, defends or follows), omstander. Parents stand in the record of their child.
 */
export const parts = ['target', 'initiator', 'middleGroup', 'bystander'] as const
export type Part = (typeof parts)[number]

/**
 * What the server knows of one entry: that a step of the protocol was taken, and on which day. Whatever somebody wrote
 * about it, and whom it is about, is sealed beside it and is not in here.
 */
export type DossierEntry = Readonly<{
  /** Chosen by the browser of whoever wrote it; the same id again is the same entry. */
  id: string
  kind: EntryKind
  /** A key of the protocol's definition, see `entryKinds`; null for kinds that have none. */
  code: string | null
  /** The record of one pupil, or null for what is about all of them. */
  record: string | null
  /** The day it happened, which may lie before the day it was written down. */
  happenedOn: LocalDate
  /** The hour it happened (0-23), only where a term of the protocol counts in hours. */
  hour: number | null
  recordedOn: LocalDate
  /** The holder id of the member of staff who wrote it. */
  by: string
  /** The entry that this one corrects or answers, or the planned moment that it fulfils. */
  refersTo: string | null
  /** The day of a planned moment, on which an agreement is looked at again, or from which a closed dossier may be erased. */
  dueOn: LocalDate | null
  /** Recorded by the director although a precondition lacks; the reason is in the sealed words. */
  isOverride: boolean
}>
