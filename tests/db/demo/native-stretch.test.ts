import { randomFillSync } from 'node:crypto'
import { expect, test } from 'vitest'
import { stretchCodeNatively, stretchPasswordNatively } from '../../../db/demo/native-stretch.ts'
import { makeAccessCode } from '../../../web/crypto/access-code.ts'
import { stretchCode, stretchPassword } from '../../../web/crypto/stretch.ts'

const random = (bytes: number) => randomFillSync(new Uint8Array(bytes))

test('native code stretches an access code to the same bytes as the browser', async () => {
  const [code, salt] = [makeAccessCode(random), random(32)]
  expect(await stretchCodeNatively(code, salt)).toEqual(await stretchCode(code, salt))
})

test.each(['demonstratie-2026', 'wachtwoord met ﬁguur, é en 🔑'])(
  'native code stretches the password %s to the same bytes as the browser',
  async (password) => {
    const [email, salt] = ['  Vera.Visser@School.TEST ', random(32)]
    expect(await stretchPasswordNatively(password, email, salt)).toEqual(await stretchPassword(password, email, salt))
  },
)
