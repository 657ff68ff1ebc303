/** The papers that staff make from a dossier, each on a page of its own. */
export const paperNames = ['note', 'letter', 'handing-over'] as const
export type PaperName = (typeof paperNames)[number]
