import { wordsIn } from './name-words.ts'

/** The first word, as it is written, that tells that somebody reported. @param known as `plainOf` writes them. */
export const reporterWordIn = (text: string, known: readonly string[]): string | null =>
  wordsIn(text).find(({ plain }) => known.includes(plain))?.written ?? null
