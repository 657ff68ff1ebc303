/**
 * Situations in which answering a report is not enough, because the law or a life asks for more: danger to a life, a
 * home that is not safe, a sexual offence by somebody who works for the school, and a member of staff who bullies.
 */
export const duties = ['danger', 'home', 'offence', 'staff'] as const
export type Duty = (typeof duties)[number]
