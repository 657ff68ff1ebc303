/** Douglas Crockford's base32: no I, L, O (read as 1, 1, 0) and no U. The place of a symbol is its value. */
export const symbols = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

const values = new Map<string, number>()
for (const [value, symbol] of [...symbols].entries()) values.set(symbol, value).set(symbol.toLowerCase(), value)
for (const alike of 'Oo') values.set(alike, 0)
for (const alike of 'IiLl') values.set(alike, 1)

/** White space, every kind of dash and hyphen, the minus sign, and characters that cannot be seen. */
const separators = /[\s\p{Pd}\p{Cf}\u2212_]/gu

/**
 * The values of what a person typed, in any case, with spaces and dashes anywhere; null when it holds something that is
 * no symbol.
 */
export function typedValues(typed: string): number[] | null {
  const found: number[] = []
  // NFKC turns the full-width symbols of some keyboards into plain ones.
  for (const character of typed.normalize('NFKC').replace(separators, '')) {
    const value = valueOfSymbol(character)
    if (value === null) return null
    found.push(value)
  }
  return found
}

/** 0–31, or null for what is no symbol and does not look like one. */
export const valueOfSymbol = (symbol: string): number | null => values.get(symbol) ?? null

/** @throws when the value is not 0–31. */
export function symbolOf(value: number): string {
  const symbol = symbols[value]
  if (symbol === undefined) throw new Error('no such symbol')
  return symbol
}

/** Five bits a symbol, from the highest bit on. @throws when the bits do not come out even. */
export function toCrockford(bytes: Uint8Array): string {
  if (bytes.length % 5 !== 0) throw new Error('not a whole number of symbols')
  let spelled = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = (held << 8) | byte
    bits += 8
    while (bits >= 5) {
      bits -= 5
      spelled += symbolOf((held >> bits) & 31)
    }
    held &= (1 << bits) - 1
  }
  return spelled
}

/** Groups of four with dashes between: 'XXXX-XXXX'. */
export const inGroups = (spelled: string): string => spelled.match(/.{1,4}/g)?.join('-') ?? ''
