/** Who may make the next key of a function, and whom a member may let in. */

import { accept, refuse } from './outcome.ts'

/** One key a function has had; `isSigned`: the site key vouches for it. */
export type KeyGeneration = Readonly<{
  generation: number
  isRetired: boolean
  isSigned: boolean
  keyHolders: readonly string[]
}>

/** `generations`: newest first. `lasting` and `deputies`: who is appointed today, with or without the key. */
export type KeyedFunction = Readonly<{
  generations: readonly KeyGeneration[]
  lasting: readonly string[]
  deputies: readonly string[]
}>

/**
 * The next key is made when there is none, when somebody left who had the last one, or when everybody lost it. Whoever
 * had that one and stays makes it, and seals it to the others who had it; only when nobody is left who did may a new
 * member begin anew.
 *
 * @returns its number, and those who get it besides the maker.
 */
export function mayMakeKey({ generations, lasting, deputies }: KeyedFunction, maker: string) {
  const [newest] = generations
  if (!lasting.includes(maker)) return refuse('not-a-member')
  const isHeld = [...lasting, ...deputies].some((holder) => newest?.keyHolders.includes(holder))
  if (newest && !newest.isRetired && isHeld) return refuse('key-not-needed')
  const hadKey = (holder: string) => generations.some(({ keyHolders }) => keyHolders.includes(holder))
  const remaining = lasting.filter(hadKey)
  if (remaining.length > 0 && !remaining.includes(maker)) return refuse('key-not-yours')
  const others = [...remaining, ...deputies.filter(hadKey)].filter((holder) => holder !== maker)
  return accept({ generation: (newest?.generation ?? 0) + 1, others })
}

/** A member lets in somebody who was appointed: with every key they have themselves. @returns the numbers of those. */
export function mayLetIn({ generations, lasting, deputies }: KeyedFunction, by: string, to: string) {
  const [newest] = generations
  if (!lasting.includes(by) || !(lasting.includes(to) || deputies.includes(to))) return refuse('not-a-member')
  // Until the site key has signed it, a key in the database may be anybody's.
  if (!newest?.isSigned || newest.isRetired || !newest.keyHolders.includes(by)) return refuse('key-not-yours')
  if (newest.keyHolders.includes(to)) return refuse('key-not-needed')
  return accept(generations.filter(({ keyHolders }) => keyHolders.includes(by)).map(({ generation }) => generation))
}

/** The members as a certificate names them: appointed for good, and holding the newest key. */
export function certifiedMembers({ generations: [newest], lasting }: KeyedFunction): readonly string[] {
  return newest ? lasting.filter((holder) => newest.keyHolders.includes(holder)).toSorted() : []
}
