/** What can happen to the text of a letter, as it is written down: never what somebody typed. */
export const letterChanges = ['own', 'standard'] as const
export type LetterChange = (typeof letterChanges)[number]
