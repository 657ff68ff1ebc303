import fc from 'fast-check'
import type { Numbered } from '../../../web/crypto/order.ts'

export const authors = ['reporter', 'anna', 'bram'] as const

/**
 * Conversations as honest browsers have them. Everybody writes after reading; `lag` is how many of the newest messages
 * had not reached a writer yet. The report comes first.
 */
export const histories = (longest: number): fc.Arbitrary<Numbered[]> =>
  fc
    .array(fc.record({ author: fc.constantFrom(...authors), lag: fc.nat(3) }), { maxLength: longest - 1 })
    .map((steps) =>
      steps.reduce<Numbered[]>(write, [{ author: 'reporter', number: 1, seen: {}, signature: 'reporter 1' }]),
    )

function write(said: Numbered[], { author, lag }: { author: string; lag: number }): Numbered[] {
  const own = said.filter((message) => message.author === author)
  const lastOwn = said.findLastIndex((message) => message.author === author)
  const read = said.slice(0, Math.max(1, lastOwn + 1, said.length - lag))
  const seen: Record<string, number> = {}
  for (const message of read) if (message.author !== author) seen[message.author] = message.number
  const number = own.length + 1
  return [...said, { author, number, seen, signature: `${author} ${number}` }]
}

/** Whether `before` was written, or read, by the author of `after` when that was written. */
export const isKnownTo = (before: Numbered, after: Numbered): boolean =>
  before.author === after.author ? before.number < after.number : before.number <= (after.seen[before.author] ?? 0)

/** Whether somebody stands before something they knew. */
export const isOutOfOrder = (messages: readonly Numbered[]): boolean =>
  messages.some((later, at) => messages.slice(0, at).some((earlier) => isKnownTo(later, earlier)))
