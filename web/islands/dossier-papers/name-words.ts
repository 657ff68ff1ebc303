import { normalisedName, wordsOf } from '../../crypto/dossier-names.ts'

/** Somebody whose name may stand in a text, and what to call them where it may not. */
export type NamedPerson = Readonly<{ id: string; name: string; label: string }>

/** A word of a text, and where it stands. */
export type Word = Readonly<{ start: number; end: number; plain: string; written: string }>

/** What a name is recognised by. */
export type NameWords = Readonly<{
  person: NamedPerson
  /** In the order of the name, tussenvoegsels and initials too. */
  inOrder: readonly string[]
  /** The words that say who it is, and the whole written as one, as in an address. */
  telling: ReadonlySet<string>
}>

/** Marks, hyphens that do not show and joiners are part of a word: a pasted name has them. */
const word = /[\p{L}\p{N}][\p{L}\p{N}\p{M}\p{Cf}]*/gu

export const plainOf = (written: string): string => wordsOf(written.replace(/\p{Cf}/gu, '')).join('')

export const wordsIn = (text: string): readonly Word[] =>
  [...text.matchAll(word)].map(({ 0: written, index }) => ({
    ...{ start: index, end: index + written.length, plain: plainOf(written), written },
  }))

export function nameWords(person: NamedPerson): NameWords {
  const inOrder = wordsIn(person.name).map(({ plain }) => plain)
  // A letter alone is in every text: it only counts beside another word of the name.
  const telling = normalisedName(inOrder.join(' ')).filter((one) => [...one].length > 1)
  const joined = [inOrder, inOrder.slice(1)].filter(({ length }) => length > 1).map((all) => all.join(''))
  return { person, inOrder, telling: new Set([...telling, ...joined.filter((one) => one.length > 3)]) }
}

/** How Dutch bends a name without changing it: Daans, Bakkers, Saartje. */
const endings = ['', 's', 'tje', 'tjes', 'je', 'jes', 'pje', 'pjes', 'etje', 'etjes', 'ke', 'kes']

/** The word of the name that this is, bent or not; null when it is none of them. */
export function tellingWord({ telling }: NameWords, plain: string): string | null {
  for (const ending of endings) {
    const stem = plain.endsWith(ending) ? plain.slice(0, plain.length - ending.length) : ''
    if (telling.has(stem)) return stem
  }
  return null
}
