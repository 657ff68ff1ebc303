import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { findOnPath, installDebianPackages } from './system-package.ts'

/**
 * $CHROMIUM when it is set, else a Chromium or Chrome of this machine, else Debian's package. The headless shell comes
 * first: the same engine without the window around it, and journeys take a third less time in it.
 */
export function chromiumPath(): string {
  const named = process.env['CHROMIUM']
  if (named) {
    if (!existsSync(named)) throw new Error(`CHROMIUM names ${named}, which does not exist.`)
    return named
  }
  const found = findChromium()
  if (found) return found
  // Without a font every text is as wide as nothing, and no layout test means anything.
  try {
    installDebianPackages(['chromium-headless-shell', 'fonts-liberation'])
  } catch {
    // Not every Debian has the shell as a package of its own; what is wrong besides is said by this one.
    installDebianPackages(['chromium', 'fonts-liberation'])
  }
  const installed = findChromium()
  if (!installed) throw new Error('There is no Chromium. Install one, or name it in CHROMIUM.')
  return installed
}

function findChromium(): string | undefined {
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const onPath = names.map(findOnPath)
  const elsewhere = [
    '/usr/bin/chromium-headless-shell',
    '/usr/bin/chromium',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  ].filter((path) => existsSync(path))
  return [...onPath, ...elsewhere].find((path) => path !== null)
}

/** Chromium's sandbox refuses to run as root; /dev/shm is 64 MB in a container. Reports to its maker are off. */
export const chromiumFlags = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-dev-shm-usage',
  '--disable-breakpad',
  '--disable-component-update',
  '--no-first-run',
]

export function chromiumVersion(path: string): string {
  return execFileSync(path, ['--version'], { stdio: ['ignore', 'pipe', 'ignore'] })
    .toString()
    .trim()
}
