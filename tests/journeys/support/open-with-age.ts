import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ageCommand } from '../../support/age-command.ts'

/** The text in a file under a passphrase, as somebody reads it who has nothing but the reference command. */
export function openWithAge(file: string, passphrase: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'saved-'))
  const opened = join(folder, 'text')
  try {
    // `age` asks for passphrases on a terminal and nowhere else; `script` gives it one.
    const command = `'${ageCommand()}' -d -o '${opened}' '${file}'`
    execFileSync('script', ['-qec', command, '/dev/null'], { input: `${passphrase}\n`, stdio: 'pipe' })
    return readFileSync(opened, 'utf8')
  } finally {
    rmSync(folder, { recursive: true })
  }
}
