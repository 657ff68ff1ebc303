/** Why an answer cannot be taken yet. web/text/<language>/report-errors.ts has a sentence for each. */
export const questionRefusals = [
  'site-missing',
  'reporter-kind-missing',
  'for-whom-missing',
  'readers-missing',
  'mentor-class-missing',
  'trusted-missing',
  'stand-in-missing',
  'excluded-missing',
  'excluded-everybody',
  'excluded-leaves-too-many',
  'forms-missing',
  'going-round-missing',
  'places-missing',
  'how-long-missing',
  'how-often-missing',
  'story-missing',
  'story-too-long',
  // Only the page knows the files, so it says these two.
  'files-busy',
  'files-undecided',
  'named-missing',
  'name-missing',
  'name-too-long',
  'class-group-too-long',
  'reach-too-long',
] as const
export type QuestionRefusal = (typeof questionRefusals)[number]

/** `field` names the input to go to; `over` says by how many characters a text is too long. */
export type Refused = Readonly<{ field: string; refusal: QuestionRefusal; over?: number }>

/** A missing choice, or nothing. */
export function missing(isThere: boolean, field: string, refusal: QuestionRefusal): Refused[] {
  return isThere ? [] : [{ field, refusal }]
}

/** A text over its limit, or nothing. */
export function tooLong(text: string | undefined, limit: number, field: string, refusal: QuestionRefusal): Refused[] {
  const over = (text?.length ?? 0) - limit
  return over > 0 ? [{ field, refusal, over }] : []
}
