/** Termijnen of a site, in school days; null follows the school. */
export type OwnTerms = Readonly<{ answerWithin: number | null; remindAfter: number | null }>
export type Terms = Readonly<{ answerWithin: number; remindAfter: number }>

export const termLimits = { least: 1, most: 20 } as const

/** What is in force. Without a term of its own somebody is reminded once an answer should have been there. */
export function termsOf({ answerWithin, remindAfter }: OwnTerms, school: number): Terms {
  const answer = answerWithin ?? school
  return { answerWithin: answer, remindAfter: remindAfter ?? answer }
}
