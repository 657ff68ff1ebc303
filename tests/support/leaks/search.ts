import { type Encoded, encodingsOfBytes, encodingsOfText } from './encodings.ts'
import { type Layer, layersOf } from './layers.ts'

/** What must not be found, and a name for it that may be printed. */
export type Secret = Readonly<{ name: string; text: string } | { name: string; bytes: Buffer }>
export type Place = Readonly<{ name: string; bytes: Buffer }>
export type Leak = Readonly<{ secret: string; encoding: string; place: string; layer: string; offset: number }>

type Needle = Encoded & Readonly<{ secret: string }>

/** Anything shorter could be found by chance. */
const shortest = 8

/** Looks for secrets in every encoding, through every layer of compression and coding that can be taken off. */
export class LeakSearch {
  readonly #needles = new Map<number, Needle[]>()
  /** Which hashes of four bytes any needle starts with: rules out nearly every position with one look. */
  readonly #starts = new Uint8Array(1 << hashBits)

  constructor(secrets: readonly Secret[]) {
    for (const secret of secrets) {
      const encodings = 'text' in secret ? encodingsOfText(secret.text) : encodingsOfBytes(secret.bytes)
      for (const { encoding, bytes } of encodings) this.#add({ secret: secret.name, encoding, bytes })
    }
  }

  find(places: Iterable<Place>): Leak[] {
    const leaks: Leak[] = []
    for (const place of places) {
      for (const layer of layersOf(place.bytes)) leaks.push(...this.#findIn(place.name, layer))
    }
    return leaks
  }

  #add(needle: Needle): void {
    if (needle.bytes.length < shortest)
      throw new Error(`${needle.secret} is too short to look for (${needle.encoding})`)
    const start = needle.bytes.readUInt32LE(0)
    this.#starts[hash(start)] = 1
    this.#needles.set(start, [...(this.#needles.get(start) ?? []), needle])
  }

  /** No generator and no private field in the loop: it looks at every byte of a database. */
  #findIn(place: string, { name: layer, bytes }: Layer): Leak[] {
    const leaks: Leak[] = []
    const starts = this.#starts
    let window = 0
    for (let end = 0; end < bytes.length; end += 1) {
      window = (window >>> 8) | ((bytes[end] ?? 0) << 24)
      if (starts[hash(window)] === 0 || end < 3) continue
      const offset = end - 3
      for (const needle of this.#needles.get(window >>> 0) ?? []) {
        if (!bytes.subarray(offset, offset + needle.bytes.length).equals(needle.bytes)) continue
        leaks.push({ secret: needle.secret, encoding: needle.encoding, place, layer, offset })
      }
    }
    return leaks
  }
}

const hashBits = 20
const hash = (fourBytes: number) => Math.imul(fourBytes, 0x9e3779b1) >>> (32 - hashBits)
