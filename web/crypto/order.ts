import type { AuthorId, Header } from './header.ts'

/** What the check of the order needs to know of a verified message. */
export type Numbered = Readonly<{ author: AuthorId; number: number; seen: Header['seen']; signature: string }>

/** Numbers of one author that must exist and are not there, both ends included. */
export type Gap = Readonly<{ author: AuthorId; from: number; to: number }>

export type Order = Readonly<{
  /** Places (in the given list) of exact copies of an earlier message. */
  copies: ReadonlySet<number>
  /** Places of messages with the number of an earlier one but other words: written on two screens at once. */
  twins: ReadonlySet<number>
  /** Places of messages that stand before something their author wrote, or had read, earlier. */
  misplaced: ReadonlySet<number>
  gaps: readonly Gap[]
  /** The highest number of each author that is there. */
  highest: ReadonlyMap<AuthorId, number>
  /** The highest number of each author that is there or that somebody says to have read. */
  known: ReadonlyMap<AuthorId, number>
}>

/** Holds verified messages, in the order in which the server gives them, against what they say of each other. */
export function checkOrder(messages: readonly Numbered[]): Order {
  const firstAt = new Map<string, number>()
  const copies = new Set<number>()
  const twins = new Set<number>()
  for (const [at, message] of messages.entries()) {
    const key = keyOf(message.author, message.number)
    const first = firstAt.get(key)
    if (first === undefined) firstAt.set(key, at)
    else if (messages[first]?.signature === message.signature) copies.add(at)
    else twins.add(at)
  }
  const originals = [...messages.entries()].filter(([at]) => !copies.has(at))
  const { highest, known } = countNumbers(originals.map(([, message]) => message))
  return {
    copies,
    twins,
    misplaced: findMisplaced(originals, firstAt),
    gaps: findGaps(messages, known),
    highest,
    known,
  }
}

function findMisplaced(originals: readonly [number, Numbered][], firstAt: ReadonlyMap<string, number>): Set<number> {
  const misplaced = new Set<number>()
  const soFar = new Map<AuthorId, number>()
  for (const [at, { author, number, seen }] of originals) {
    const before = soFar.get(author) ?? 0
    const isAfterOwn = number >= before
    const isAfterRead = others(seen, author).every(([other, read]) => (firstAt.get(keyOf(other, read)) ?? -1) < at)
    if (!isAfterOwn || !isAfterRead) misplaced.add(at)
    soFar.set(author, Math.max(before, number))
  }
  return misplaced
}

function countNumbers(messages: readonly Numbered[]): Pick<Order, 'highest' | 'known'> {
  const highest = new Map<AuthorId, number>()
  const known = new Map<AuthorId, number>()
  const raise = (map: Map<AuthorId, number>, author: AuthorId, number: number) =>
    map.set(author, Math.max(map.get(author) ?? 0, number))
  for (const { author, number, seen } of messages) {
    raise(highest, author, number)
    raise(known, author, number)
    for (const [other, read] of others(seen, author)) raise(known, other, read)
  }
  return { highest, known }
}

function findGaps(messages: readonly Numbered[], known: Order['known']): Gap[] {
  return [...known].flatMap(([author, last]) => {
    const present = messages.filter((message) => message.author === author).map(({ number }) => number)
    const gaps: Gap[] = []
    let expected = 1
    for (const number of [...present.toSorted((a, b) => a - b), last + 1]) {
      if (number > expected) gaps.push({ author, from: expected, to: number - 1 })
      expected = Math.max(expected, number + 1)
    }
    return gaps
  })
}

const keyOf = (author: AuthorId, number: number) => `${author} ${number}`

/** What somebody says to have read of themselves means nothing. */
const others = (seen: Header['seen'], author: AuthorId) => Object.entries(seen).filter(([other]) => other !== author)
