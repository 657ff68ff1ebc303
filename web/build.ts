import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { extname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { sourceStamp, stampFile } from './stamp.ts'

const root = resolve(fileURLToPath(new URL('..', import.meta.url)))
const worthCompressing = new Set(['.html', '.js', '.css', '.svg', '.json', '.txt', '.webmanifest', '.wasm'])

/**
 * Builds the pages into `dist` (DIST_DIR names another folder), compresses them, and leaves a stamp of what they were
 * built from. The stamp is written last, so that a build that was broken off is not taken for a whole one.
 */
export async function build(dist: string): Promise<void> {
  await rm(stampFile(dist), { force: true })
  const stamp = sourceStamp(root)
  await runAstro(dist)
  await compressAll(dist)
  await writeFile(stampFile(dist), stamp)
}

async function runAstro(dist: string): Promise<void> {
  const astro = fileURLToPath(import.meta.resolve('astro/package.json')).replace(/package\.json$/, 'bin/astro.mjs')
  const child = spawn(process.execPath, [astro, 'build', '--outDir', dist, '--silent'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The pages could not be built.')
}

async function compressAll(dist: string): Promise<void> {
  const entries = readdirSync(dist, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile() && worthCompressing.has(extname(entry.name)))
  await Promise.all(files.map((entry) => compress(join(entry.parentPath, entry.name))))
}

async function compress(file: string): Promise<void> {
  const body = await readFile(file)
  const params = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: body.length }
  const small = { br: await promisify(brotliCompress)(body, { params }), gz: await promisify(gzip)(body, { level: 9 }) }
  for (const [suffix, compressed] of Object.entries(small)) {
    if (compressed.length < body.length) await writeFile(`${file}.${suffix}`, compressed)
  }
}

if (import.meta.main) {
  await build(resolve(process.env.DIST_DIR ?? join(root, 'dist'))).catch((error: Error) => {
    console.error(error.message)
    process.exit(1)
  })
}
