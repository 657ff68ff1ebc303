import { expect, test } from 'vitest'
import { newIdentity } from '../../../web/crypto/identity.ts'
import { openPasskeyBox, sealPasskeyBox } from '../../../web/crypto/passkey-box.ts'

const answer = new Uint8Array(32).fill(7)

test('a passkey opens what was sealed for it', async () => {
  const { identity } = await newIdentity()
  expect(await openPasskeyBox(await sealPasskeyBox(identity, answer), answer)).toBe(identity)
})

test('another passkey, or another question to the same one, opens nothing', async () => {
  const { identity } = await newIdentity()
  const box = await sealPasskeyBox(identity, answer)
  await expect(openPasskeyBox(box, answer.with(0, 8))).rejects.toThrow('cannot open')
})
