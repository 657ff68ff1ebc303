/** For whom a record is handed over, or shown to the person it is about. */
export const handOverPurposes = ['police', 'new-school', 'complaints-committee', 'own-record'] as const
export type HandOverPurpose = (typeof handOverPurposes)[number]

/**
 * What leaves a dossier on paper, in a file or copied, as the log of the site names it: the page itself, a note for the
 * student tracking system, a letter or talk record, its line in the register of incidents, or a record handed over, by its purpose.
 */
export const paperKinds = ['page', 'note', 'letter', 'register', ...handOverPurposes] as const
export type PaperKind = (typeof paperKinds)[number]
