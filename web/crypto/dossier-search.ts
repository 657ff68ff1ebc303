import type { OpenedCard } from './dossier-card.ts'
import { lettersApart, normalisedName, wordsOf } from './dossier-names.ts'

/**
 * Why a card was found. `written`: the same name in other marks, capitals, order or tussenvoegsels. `spelling`: a letter
 * or two differ. `part`: one has a name more than the other. `initial`: only the first letter of a name is known.
 */
export type MatchReason = 'same' | 'written' | 'spelling' | 'part' | 'initial'

export type CardMatch = Readonly<{
  card: OpenedCard
  /** `exact`: surely the same name. `near`: somebody has to look. */
  match: 'exact' | 'near'
  reason: MatchReason
  /** The class group differs, as it does a year later; null when one of the two is not known. */
  isOtherClass: boolean | null
}>

export type Wanted = Readonly<{ name: string; classGroup: string }>

/** Exact before near; within these the same class first, and then the newest. */
export function searchCards(cards: readonly OpenedCard[], wanted: Wanted): readonly CardMatch[] {
  const found = cards.flatMap((card) => {
    const reason = reasonFor(wanted.name, card.name)
    if (reason === null) return []
    const match = reason === 'same' || reason === 'written' ? 'exact' : 'near'
    return [{ card, match, reason, isOtherClass: differs(wanted.classGroup, card.classGroup) } as const]
  })
  return found.toSorted(
    (a, b) =>
      Number(a.match === 'near') - Number(b.match === 'near') ||
      Number(a.isOtherClass !== false) - Number(b.isOtherClass !== false) ||
      (a.card.madeOn < b.card.madeOn ? 1 : a.card.madeOn > b.card.madeOn ? -1 : 0),
  )
}

/** Whether two names may be of one person, and why; null when not. */
export function reasonFor(wanted: string, known: string): MatchReason | null {
  const [a, b] = [normalisedName(wanted), normalisedName(known)]
  if (a.length === 0 || b.length === 0) return null
  if (a.join(' ') === b.join(' ')) return wanted.trim() === known.trim() ? 'same' : 'written'
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const left = [...long]
  let isSpelled = false
  let isInitial = false
  for (const word of short) {
    const at = left.indexOf(word)
    const near = at >= 0 ? at : left.findIndex((other) => isNear(word, other))
    if (near < 0) return null
    const other = left.splice(near, 1)[0] ?? ''
    if (at < 0 && (word.length === 1 || other.length === 1)) isInitial = true
    else if (at < 0) isSpelled = true
  }
  // Initials alone fit half a school.
  const haveWhole = [a, b].every((words) => words.some((word) => word.length > 1))
  if (!haveWhole) return null
  if (isSpelled) return 'spelling'
  return isInitial ? 'initial' : 'part'
}

function isNear(word: string, other: string): boolean {
  if (word.length === 1 || other.length === 1) return word[0] === other[0]
  const shortest = Math.min(word.length, other.length)
  const allowed = shortest >= 7 ? 2 : shortest >= 3 ? 1 : 0
  return lettersApart(word, other) <= allowed
}

const differs = (a: string, b: string): boolean | null => {
  const [left, right] = [wordsOf(a).join(''), wordsOf(b).join('')]
  return left === '' || right === '' ? null : left !== right
}
