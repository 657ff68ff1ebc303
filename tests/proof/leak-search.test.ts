import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync, zstdCompressSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { accessCodeSecrets } from '../support/leaks/access-code-spellings.ts'
import { encodingsOfText } from '../support/leaks/encodings.ts'
import { LeakSearch } from '../support/leaks/search.ts'

const word = 'Zwaluwstaart über’t "café"'
const file = Buffer.from('89504e470d0a1a0affee00112233445566778899aabbccddeeff', 'hex')
const search = new LeakSearch([
  { name: 'the word', text: word },
  { name: 'the file', bytes: file },
])

/** Bytes that repeat themselves on every run and look like nothing. */
function noise(length: number, seed: number): Buffer {
  let state = seed
  return Buffer.from(
    Array.from({ length }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return state >>> 24
    }),
  )
}

const hidden = (bytes: Buffer, before = 37) => Buffer.concat([noise(before, 7), bytes, noise(500, 11)])
const find = (bytes: Buffer) => search.find([{ name: 'tape', bytes }]).map(({ secret }) => secret)

describe('the search for leaks finds', () => {
  test.each(encodingsOfText(word))('the word in $encoding', ({ bytes }) => {
    expect(find(hidden(bytes))).toContain('the word')
  })

  const text = Buffer.from(`{"story":${JSON.stringify(`Er was eens een ${word}, en toen niet meer.`)}}`)
  const base64 = (bytes: Buffer) => Buffer.from(bytes.toString('base64'))
  const wrappings: Record<string, Buffer> = {
    'base64 at any position': Buffer.concat([Buffer.from('x'), base64(Buffer.concat([Buffer.from('ab'), text]))]),
    'base64 with a line break': Buffer.from(text.toString('base64').replace(/.{20}/, '$&\r\n')),
    'base64 of base64': base64(base64(text)),
    'gzip as a whole': gzipSync(text),
    'gzip in the middle': hidden(gzipSync(text)),
    'zlib in the middle': hidden(deflateSync(text)),
    'raw deflate': deflateRawSync(text),
    brotli: brotliCompressSync(text),
    zstd: zstdCompressSync(text),
    'base64 of gzip in JSON': Buffer.from(JSON.stringify({ sealed: gzipSync(text).toString('base64url') })),
    'hex of gzip': Buffer.from(`\\x${gzipSync(text).toString('hex')}`),
    'gzip of gzip': gzipSync(gzipSync(text)),
    'gzip that breaks off': gzipSync(Buffer.concat([text, noise(5_000, 3)])).subarray(0, 2_000),
    'percent of base64': Buffer.from(encodeURIComponent(`${text.toString('base64')}=`)),
  }
  test.each(Object.entries(wrappings))('the word in %s', (_, bytes) => {
    expect(find(bytes)).toContain('the word')
  })

  test.each([
    ['as it is', file],
    ['in hex', Buffer.from(file.toString('hex'))],
    ['in base64', base64(Buffer.concat([Buffer.from('!'), file]))],
    ['in gzip', gzipSync(file)],
  ])('a piece of a file %s', (_, bytes) => {
    expect(find(hidden(bytes))).toContain('the file')
  })

  test('a secret at the very beginning and at the very end', () => {
    expect(find(Buffer.from(word))).toContain('the word')
    expect(find(Buffer.concat([noise(100, 5), Buffer.from(word)]))).toContain('the word')
  })

  test.each(['4F7K-9QRT-2WXY-08AB', '4f7k9qrt2wxy08ab', '4F7K 9QRT 2WXY 08AB', '2wxy08ab'])(
    'the code as %s',
    (typed) => {
      const codes = new LeakSearch(accessCodeSecrets('4F7K-9QRT-2WXY-08AB'))
      expect(
        codes.find([{ name: 'log', bytes: hidden(Buffer.from(`GET /x?code=${typed} 200`)) }]).length,
      ).toBeGreaterThan(0)
    },
  )
})

describe('the search for leaks does not find', () => {
  test('anything in noise', () => {
    expect(find(noise(300_000, 23))).toEqual([])
  })

  test('other words', () => {
    expect(find(Buffer.from('Zwaluwnest, uber, cafe: geen van alle.'))).toEqual([])
  })

  test('what is too short to be sure of: it refuses to look', () => {
    expect(() => new LeakSearch([{ name: 'short', text: 'kort' }])).toThrow('too short')
  })
})
