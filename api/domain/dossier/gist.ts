/** What staff can choose of what it was above all: the reporter's own lists, without "I do not know". */
export const gistForms = [
  'verbal',
  'online',
  'physical',
  'stalking',
  'exclusion',
  'vandalism',
  'extortion',
  'other',
] as const
export const gistPlaces = [
  'classroom',
  'corridor',
  'schoolyard',
  'changingRoom',
  'workplace',
  'route',
  'online',
  'elsewhere',
] as const

/** Ernst, as the school sees it: what a teacher can settle, what needs the protocol, and what harmed somebody. */
export const severities = ['light', 'serious', 'grave'] as const
export type Severity = (typeof severities)[number]
