import fc from 'fast-check'
import { encode } from 'uqr'
import { describe, expect, test } from 'vitest'
import { makeAccessCode } from '../../../../web/crypto/access-code.ts'
import { codeQr } from '../../../../web/islands/shared/code-qr.ts'

const codes = fc
  .uint8Array({ minLength: 14, maxLength: 14 })
  .map((secret) => makeAccessCode(() => new Uint8Array(secret)))

describe('the QR of an access code', () => {
  test('is what a general encoder makes of the same code', () => {
    fc.assert(
      fc.property(codes, (code) => {
        const general = encode(code, {
          ecc: 'Q',
          minVersion: 1,
          maxVersion: 1,
          maskPattern: 0,
          boostEcc: false,
          border: 0,
        })
        expect(codeQr(code)).toEqual(general.data)
      }),
    )
  })

  test.each(['', 'ABC', '0123456789ABCDEF0', 'abcdefghjkmnpqrs'])('is not made of %j', (text) => {
    expect(() => codeQr(text)).toThrow('not an access code')
  })
})
