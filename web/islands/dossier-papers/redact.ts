import { findNames } from './find-names.ts'
import type { NamedPerson } from './name-words.ts'

/** Whose names may stay, and whose may not. */
export type Naming = Readonly<{ shown: readonly NamedPerson[]; hidden: readonly NamedPerson[] }>

/** A word that is also in the name of somebody who may be named stays: a brother's surname says nothing of the brother. */
const hiddenIn = (text: string, { shown, hidden }: Naming) => {
  const isShown = new Set(shown.map(({ id }) => id))
  return findNames(text, [...shown, ...hidden]).filter(({ people }) => people.every(({ id }) => !isShown.has(id)))
}

/** The text with a label in the place of each name of somebody who may not be named. */
export function redact(text: string, naming: Naming): string {
  let made = ''
  let from = 0
  for (const { start, end, people, isPossessive } of hiddenIn(text, naming)) {
    const labels = people.map(({ label }) => label).join(' of ')
    made += `${text.slice(from, start)}${labels}${isPossessive ? '’s' : ''}`
    from = end
  }
  return made + text.slice(from)
}

/** Who may not be named, and still stands in the text. */
export function namesLeft(text: string, naming: Naming): readonly NamedPerson[] {
  const found = new Set(hiddenIn(text, naming).flatMap(({ people }) => people))
  return naming.hidden.filter((person) => found.has(person))
}
