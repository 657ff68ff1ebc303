const list = new Intl.ListFormat('nl', { type: 'conjunction' })

/** "Anna, Bert en Chantal". */
export const listed = (names: readonly string[]): string => list.format(names)
