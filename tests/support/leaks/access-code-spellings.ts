import type { Secret } from './search.ts'

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An access code, or that of a recovery sheet, in every way it could be written or packed, whole and by halves. */
export function accessCodeSecrets(code: string, what = 'the access code'): Secret[] {
  const symbols = code.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  const groups = symbols.match(/.{4}/g) ?? []
  const halves = [symbols.slice(0, 8), symbols.slice(8)]
  return [
    ...['', '-', ' ', '–', '_', '.'].map((separator) => ({
      name: `${what} with "${separator}"`,
      text: groups.join(separator),
    })),
    ...halves.map((text, index) => ({ name: `half ${index + 1} of ${what}`, text })),
    { name: `${what} packed in bytes`, bytes: packed(symbols) },
  ]
}

function packed(symbols: string): Buffer {
  const bits = [...symbols].map((symbol) => alphabet.indexOf(symbol).toString(2).padStart(5, '0')).join('')
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
}
