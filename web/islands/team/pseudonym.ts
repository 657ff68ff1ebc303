export type PseudonymWords = Readonly<{ adjectives: readonly string[]; animals: readonly string[] }>

/**
 * A name such as "Rustige otter" that every colleague sees for the same report. The id is random (uuid v4), so its last
 * digits choose the words; two reports can share a name, which is why it never identifies one in a request.
 */
export function pseudonym(report: string, { adjectives, animals }: PseudonymWords): string {
  const digits = report.replaceAll('-', '').slice(-12)
  return capital(`${pick(adjectives, digits.slice(0, 6))} ${pick(animals, digits.slice(6))}`)
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

function pick(words: readonly string[], hex: string): string {
  const number = Number.parseInt(hex, 16)
  return words[Number.isNaN(number) ? 0 : number % words.length] ?? ''
}
