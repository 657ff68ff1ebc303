import type { Warning } from './warning.ts'

/** What is wrong with a dossier. The first kinds say the same as in a conversation, see warning.ts. */
export type DossierWarning =
  | Warning
  /** Signed by a member of staff, but the server shows another day, step or writer with it. It is not among the entries. */
  | Readonly<{ kind: 'altered'; sequence: number; id: string; epoch: number }>
  /** The key of a record does not open, was moved, or was made by nobody who is certified. */
  | Readonly<{ kind: 'bad-record'; record: string; epoch: number }>

export type DossierWarningKind = DossierWarning['kind']
