/** How names are compared: what differs between two ways of writing the same one does not count. */

/** Tussenvoegsels, by which nobody is told apart. */
const insertions = new Set(
  [
    'van de den der het t te ten ter op in aan bij uit over onder voor von vom zu zum zur du des la le los el al',
    'da do dos di del bin d s v',
  ].flatMap((words) => words.split(' ')),
)

/** Letters that no decomposition turns into plain ones. */
const letters: Readonly<Record<string, string>> = {
  ...{ ı: 'i', ø: 'o', ß: 'ss', æ: 'ae', œ: 'oe', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ĳ: 'ij', ħ: 'h', ŧ: 't' },
}

/** Plain lower-case words: no diacritics, no hyphens, no apostrophes. */
export const wordsOf = (name: string): readonly string[] =>
  name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ıøßæœłđðþĳħŧ]/g, (letter) => letters[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')

/** The words that tell people apart, in one order; all words when there are no others. */
export function normalisedName(name: string): readonly string[] {
  const words = wordsOf(name)
  const telling = words.filter((word) => !insertions.has(word))
  return (telling.length > 0 ? telling : words).toSorted()
}

/** The first letter of each word that tells, in the order in which the name is written: "J. v. d. Berg" is J.B. */
export const initialsOf = (name: string): string =>
  name
    .split(/[\s-]+/u)
    .filter((word) => word !== '' && !wordsOf(word).every((part) => insertions.has(part)))
    .map((word) => `${[...word][0]?.toLocaleUpperCase('nl') ?? ''}.`)
    .join('')

/** How many letters must be changed, added, dropped or swapped with their neighbour. */
export function lettersApart(a: string, b: string): number {
  let [before, last] = [[] as number[], Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const kept = (last[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      const swapped = isSwapped ? (before[j - 2] ?? 0) + 1 : kept
      row.push(Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, kept, swapped))
    }
    ;[before, last] = [last, row]
  }
  return last[b.length] ?? 0
}
