/**
 * What a reporter can choose, as codes. They are sealed inside the report; the words for them live in
 * web/text/<language>/report-answers.ts, so that the reader sees them in the reader's language.
 */
export const reporterKinds = ['student', 'parent', 'other'] as const
export type ReporterKind = (typeof reporterKinds)[number]

export const subjects = ['self', 'ownChild', 'someoneElse'] as const
export type Subject = (typeof subjects)[number]

/** The seven forms of the protocol (1.1), in its order. */
export const protocolForms = [
  'verbal',
  'online',
  'physical',
  'stalking',
  'exclusion',
  'vandalism',
  'extortion',
] as const
export const forms = [...protocolForms, 'other', 'unknown'] as const
export type Form = (typeof forms)[number]

/** Whether nasty pictures, videos or messages are being passed on at this moment. */
export const goingRoundAnswers = ['yes', 'no', 'unknown'] as const
export type GoingRound = (typeof goingRoundAnswers)[number]

export const places = [
  'classroom',
  'corridor',
  'schoolyard',
  'changingRoom',
  'workplace',
  'route',
  'online',
  'elsewhere',
  'unknown',
] as const
export type Place = (typeof places)[number]

export const durations = ['thisWeek', 'weeks', 'months', 'longer', 'unknown'] as const
export type Duration = (typeof durations)[number]

export const frequencies = ['once', 'fewTimes', 'weekly', 'daily', 'unknown'] as const
export type Frequency = (typeof frequencies)[number]
