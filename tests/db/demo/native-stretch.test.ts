import { randomFillSync } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { nativeArgon2id, stretchCodeNatively, stretchPasswordNatively } from '../../../db/demo/native-stretch.ts'
import { makeAccessCode } from '../../../web/crypto/access-code.ts'
import { stretchCode, stretchPassword } from '../../../web/crypto/stretch.ts'
import { browserArgon2id } from '../../support/argon2.ts'

const random = (bytes: number) => randomFillSync(new Uint8Array(bytes))

test('native code stretches an access code to the same bytes as the browser', async () => {
  const [code, salt] = [makeAccessCode(random), random(32)]
  expect(await stretchCodeNatively(code, salt)).toEqual(await stretchCode(code, salt, await browserArgon2id()))
})

test.each(['demonstratie-2026', 'wachtwoord met ﬁguur, é en 🔑', 'a'])(
  'native code stretches the password "%s" to the same bytes as the browser',
  async (password) => {
    const [email, salt] = ['  Vera.Visser@School.TEST ', random(32)]
    expect(await stretchPasswordNatively(password, email, salt)).toEqual(
      await stretchPassword(password, email, salt, await browserArgon2id()),
    )
  },
)

test.each(['simd', 'no-simd'] as const)(
  'the browser’s Argon2id is the native one, whatever is stretched and at whatever cost (%s)',
  async (binary) => {
    const argon2id = await browserArgon2id(binary)
    const bytes = (minLength: number, maxLength: number) => fc.uint8Array({ minLength, maxLength })
    const cost = fc.record({ passes: fc.integer({ min: 1, max: 4 }), memorySize: fc.integer({ min: 8, max: 300 }) })
    await fc.assert(
      fc.asyncProperty(bytes(2, 200), bytes(8, 40), cost, async (password, salt, { passes, memorySize }) => {
        const input = { password, salt, passes, memorySize, parallelism: 1, tagLength: 32 }
        expect(await argon2id(input)).toEqual(await nativeArgon2id(input))
      }),
    )
  },
)
