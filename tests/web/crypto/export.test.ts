import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Decrypter } from 'age-encryption'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { exportConversation } from '../../../web/crypto/export.ts'
import { ageCommand } from '../../support/age-command.ts'

const conversation = '# Gesprek\n\nVertrouwenspersoon: kom je morgen langs? 👍\n'
const passphrase = 'vier woorden uit café ’t Hoekje'

describe('a saved conversation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'export-'))
  const file = join(folder, 'gesprek.age')
  const opened = join(folder, 'gesprek.txt')
  let exported: Uint8Array

  beforeAll(async () => {
    exported = await exportConversation(conversation, passphrase)
    writeFileSync(file, exported)
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  /** `age` asks for passphrases on a terminal and nowhere else; `script` gives it one. */
  const decrypt = (typed: string) =>
    execFileSync('script', ['-qec', `'${ageCommand()}' -d -o '${opened}' '${file}'`, '/dev/null'], {
      input: `${typed}\n`,
      encoding: 'utf8',
      stdio: 'pipe',
    })

  test('opens with the reference age command and the passphrase', () => {
    decrypt(passphrase)
    expect(readFileSync(opened, 'utf8')).toBe(conversation)
  })

  test('does not open with another passphrase', () => {
    rmSync(opened, { force: true })
    expect(() => decrypt('iets anders')).toThrow()
    expect(() => readFileSync(opened)).toThrow('ENOENT')
  })

  test('takes the work that age itself chooses, and opens with the library', async () => {
    expect(Buffer.from(exported).toString('latin1')).toMatch(
      /^age-encryption\.org\/v1\n-> scrypt [A-Za-z0-9+/]{22} 18\n/,
    )
    const decrypter = new Decrypter()
    decrypter.addPassphrase(passphrase)
    expect(await decrypter.decrypt(exported, 'text')).toBe(conversation)
  })

  test('is not made without a passphrase', async () => {
    await expect(exportConversation(conversation, '')).rejects.toThrow('passphrase')
  })
})
