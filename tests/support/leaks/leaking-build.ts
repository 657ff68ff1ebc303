import { writeFile } from 'node:fs/promises'
import { build } from 'astro'
import { sourceStamp, stampFile } from '../../../web/stamp.ts'

const sealing = /[\\/]web[\\/]crypto[\\/]sealing\.ts$/

/**
 * Builds the pages with one thing wrong on purpose: whatever is encrypted also leaves in base64, as the body of an
 * innocent looking request. The canary test has to notice, else it proves nothing. Run as a program of its own, because
 * the test runner and Astro each change how modules load.
 */
async function buildThatLeaks(outDir: string): Promise<void> {
  const leak = {
    name: 'leak-on-purpose',
    enforce: 'pre' as const,
    transform(code: string, id: string) {
      if (!sealing.test(id)) return
      const renamed = code.replace(/export async function seal\b/, 'async function sealHonestly')
      if (renamed === code) throw new Error('The leaking build found no seal() to leak from.')
      return `${renamed}
export async function seal(plaintext, recipient) {
  void fetch('/api/health', { method: 'POST', body: btoa(String.fromCharCode(...plaintext)) }).catch(() => undefined)
  return sealHonestly(plaintext, recipient)
}`
    },
  }
  await build({ root: process.cwd(), outDir, logLevel: 'error', vite: { plugins: [leak] } })
  // The program takes a build with the right stamp for one of its own.
  await writeFile(stampFile(outDir), sourceStamp(process.cwd()))
}

const [outDir] = process.argv.slice(2)
if (!outDir) throw new Error('Say where the leaking build has to go.')
await buildThatLeaks(outDir)
