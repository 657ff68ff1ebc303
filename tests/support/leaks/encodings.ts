import { Buffer } from 'node:buffer'

export type Encoded = Readonly<{ encoding: string; bytes: Buffer }>

/** Every way in which a text could leave without being recognised at a glance. */
export function encodingsOfText(text: string): Encoded[] {
  const spellings = { '': text, 'upper case ': text.toUpperCase(), 'lower case ': text.toLowerCase() }
  const all = Object.entries(spellings).flatMap(([spelling, spelled]) =>
    encodingsOfSpelling(spelled).map(({ encoding, bytes }) => ({ encoding: spelling + encoding, bytes })),
  )
  return distinct(all)
}

/** The ways for bytes that are no text: a piece of a file, a key. */
export function encodingsOfBytes(bytes: Buffer): Encoded[] {
  return distinct([{ encoding: 'as it is', bytes }, ...printable('', bytes)])
}

function encodingsOfSpelling(text: string): Encoded[] {
  const utf8 = Buffer.from(text, 'utf8')
  const utf16le = Buffer.from(text, 'utf16le')
  const utf16be = Buffer.from(utf16le).swap16()
  const ascii = (encoding: string, escaped: string) => ({ encoding, bytes: Buffer.from(escaped, 'latin1') })
  const json = JSON.stringify(text).slice(1, -1)
  return [
    { encoding: 'UTF-8', bytes: utf8 },
    { encoding: 'UTF-16LE', bytes: utf16le },
    { encoding: 'UTF-16BE', bytes: utf16be },
    { encoding: 'Latin-1', bytes: Buffer.from(text, 'latin1') },
    ...printable('UTF-8 ', utf8),
    ...printable('UTF-16LE ', utf16le),
    ...printable('UTF-16BE ', utf16be),
    ...printable('JSON ', Buffer.from(json, 'utf8')),
    ascii('percent', encodeURIComponent(text)),
    ascii(
      'percent, lower case',
      encodeURIComponent(text).replace(/%../g, (code) => code.toLowerCase()),
    ),
    ascii('form', encodeURIComponent(text).replaceAll('%20', '+')),
    ascii('percent of every byte', [...utf8].map((byte) => `%${hexOf(byte).toUpperCase()}`).join('')),
    ascii('percent of every byte, lower case', [...utf8].map((byte) => `%${hexOf(byte)}`).join('')),
    { encoding: 'JSON', bytes: Buffer.from(json, 'utf8') },
    ascii(
      'JSON in ASCII',
      escapeUnits(json, (unit) => `\\u${unit.toString(16).padStart(4, '0')}`),
    ),
    ascii(
      'JSON in JSON in ASCII',
      escapeUnits(json, (unit) => `\\\\u${unit.toString(16).padStart(4, '0')}`),
    ),
    ascii(
      'HTML, decimal',
      escapePoints(text, (point) => `&#${point};`),
    ),
    ascii(
      'HTML, hexadecimal',
      escapePoints(text, (point) => `&#x${point.toString(16)};`),
    ),
  ]
}

/** Hexadecimal, and base64 in the three positions it can have in a longer text, both alphabets. */
function printable(name: string, bytes: Buffer): Encoded[] {
  const hex = bytes.toString('hex')
  const base64 = [0, 1, 2].map((shift) => base64Core(bytes, shift))
  const urlSafe = base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_'))
  return [
    { encoding: `${name}hex`, bytes: Buffer.from(hex, 'latin1') },
    { encoding: `${name}HEX`, bytes: Buffer.from(hex.toUpperCase(), 'latin1') },
    ...base64.map((text, shift) => ({ encoding: `${name}base64 +${shift}`, bytes: Buffer.from(text, 'latin1') })),
    ...urlSafe.map((text, shift) => ({ encoding: `${name}base64url +${shift}`, bytes: Buffer.from(text, 'latin1') })),
  ]
}

/** The symbols that stay the same whatever stands before and after, when `shift` bytes of a group of three stand before. */
function base64Core(bytes: Buffer, shift: number): string {
  const symbols = Buffer.concat([Buffer.alloc(shift), bytes]).toString('base64')
  const first = Math.ceil((shift * 8) / 6)
  const last = Math.floor(((shift + bytes.length) * 8) / 6)
  return symbols.slice(first, last)
}

const hexOf = (byte: number) => byte.toString(16).padStart(2, '0')

const escapeUnits = (text: string, write: (unit: number) => string) =>
  text.replace(/[^ -~]/g, (unit) => write(unit.charCodeAt(0)))

const escapePoints = (text: string, write: (point: number) => string) =>
  text.replace(/[^ -~]|[&<>"']/gu, (point) => write(point.codePointAt(0) ?? 0))

function distinct(all: Encoded[]): Encoded[] {
  const seen = new Map(all.toReversed().map((encoded) => [encoded.bytes.toString('latin1'), encoded]))
  return [...seen.values()]
}
