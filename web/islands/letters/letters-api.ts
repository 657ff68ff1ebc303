import { type Asked, ask, makeClient, type Told } from '../../client.ts'

const letters = makeClient().team.sites[':site'].letters
const one = letters[':letter']

export type SiteLetters = Told<typeof letters.$get>
export type LetterHistory = Told<typeof letters.history.$get>
export type ChangedText = Asked<typeof one.$put>

/** Texts that letters start from. What somebody makes of them is never sent. */
export const lettersApi = {
  list: (site: string) => ask(letters.$get({ param: { site } })),
  save: (site: string, letter: string, json: ChangedText) => ask(one.$put({ param: { site, letter }, json })),
  history: (site: string) => ask(letters.history.$get({ param: { site } })),
} as const
