import type { EntryWords } from '../../crypto/dossier-body.ts'

/** Whether somebody wrote something, such as a reason. The server is told that, and never what. */
export const hasWords = ({ text, answers = {}, reason = '' }: EntryWords): boolean =>
  [text, reason, ...Object.values(answers)].some((written) => written.trim() !== '')

/** The first letter of each name, for a list that others may see: "Sara de Vries" is "S. d. V.". */
export const initialsOf = (name: string): string =>
  name
    .trim()
    .split(/[\s-]+/)
    .flatMap((word) => [...word].slice(0, 1))
    .map((letter) => `${letter}.`)
    .join(' ')
