import { readFileSync } from 'node:fs'
import { x25519 } from '@noble/curves/ed25519.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leanEncryption } from '../../web/lean-encryption.ts'

// The files as they are installed, so that an update which moves what is taken out is seen here first.
const recipients = 'age-encryption/dist/recipients.js'
const hybrids = '@noble/post-quantum/hybrid.js'
const curve = '@noble/curves/ed25519.js'
const path = (file: string) => `/somewhere/node_modules/${file}`
const installed = (file: string) => readFileSync(new URL(`../../node_modules/${file}`, import.meta.url), 'utf8')
const lean = (file: string, options = {}) =>
  leanEncryption(options).transform(installed(file), path(file))?.code ?? installed(file)
const classes = (code: string) => [...code.matchAll(/^export class (\w+) \{[\s\S]*?^\}/gm)]

describe('the encryption for browsers', () => {
  test('has of all recipients and identities only the hybrid ones', () => {
    const code = lean(recipients)
    for (const [, name] of classes(installed(recipients)))
      expect(code.includes(`this build has no ${name}`), name).toBe(!name?.match(/^Hybrid(Recipient|Identity)$/))
  })

  test('has hybrid recipients and identities exactly as age has them', () => {
    const kept = classes(installed(recipients)).filter(([, name = '']) => /^Hybrid(Recipient|Identity)$/.test(name))
    expect(kept).toHaveLength(2)
    for (const [whole] of kept) expect(lean(recipients)).toContain(whole)
  })

  test('keeps passphrases where a saved conversation is sealed', () => {
    const kept = classes(installed(recipients)).filter(([, name = '']) => name.startsWith('Scrypt'))
    expect(kept).toHaveLength(2)
    for (const [whole] of kept) {
      expect(lean(recipients, { keepsPassphrases: true })).toContain(whole)
      expect(lean(recipients)).not.toContain(whole)
    }
  })

  test('only marks calls in the hybrids, and changes nothing in them', () => {
    const code = lean(hybrids)
    expect(code).toContain('/* @__PURE__ */ createKitchenSink(')
    expect(code.replaceAll('/* @__PURE__ */ ', '')).toBe(installed(hybrids).replaceAll('/* @__PURE__ */ ', ''))
  })

  test('takes from the curve one short cut, without which public keys are the same', () => {
    const [before = '', after = ''] = installed(curve).split(/ {8}scalarMultBase: [\s\S]*?\n {8}\},/)
    expect(lean(curve)).toBe(before + after)
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (secret) => {
        expect(x25519.scalarMult(secret, x25519.GuBytes)).toEqual(x25519.scalarMultBase(secret))
      }),
    )
  })

  test('is not made when the library is another than it was made for', () => {
    for (const file of [recipients, hybrids, curve])
      expect(() => leanEncryption().transform('export const other = 1', path(file))).toThrow('has changed')
  })
})

test('whatever else a page consists of stays as it is', () => {
  expect(leanEncryption().transform(installed('@noble/hashes/sha2.js'), path('@noble/hashes/sha2.js'))).toBeNull()
})
