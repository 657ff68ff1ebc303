import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Full path of a program on PATH, or null. */
export function findOnPath(name: string): string | null {
  const folders = (process.env['PATH'] ?? '').split(delimiter)
  return folders.map((folder) => join(folder, name)).find((path) => existsSync(path)) ?? null
}

/**
 * Installs Debian packages when this is a Debian and we are root; else says what a person has to do.
 * @throws when it cannot.
 */
export function installDebianPackages(packages: readonly string[]): void {
  const byHand = `Install ${packages.join(' ')} first (on Debian: apt-get install ${packages.join(' ')}).`
  if (process.getuid?.() !== 0 || findOnPath('apt-get') === null) throw new Error(byHand)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const install = () =>
    spawnSync('apt-get', ['install', '--yes', '--no-install-recommends', ...packages], { env, stdio: 'pipe' })
  if (install().status === 0) return
  // The package lists of a bare image are missing or old.
  execFileSync('apt-get', ['update'], { env, stdio: 'pipe' })
  const second = install()
  if (second.status !== 0) throw new Error(`${byHand}\n${second.stderr.toString()}`)
}
