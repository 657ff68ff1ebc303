import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'

/** Everything that a change of could change the built pages. */
const sources = [
  'web',
  'api/domain',
  'api/http/refusals.ts',
  'db/school-config.ts',
  'astro.config.mjs',
  'package-lock.json',
]

/** A hash over the content, not over times: a fresh checkout and a copy have the same stamp. */
export function sourceStamp(root: string, schoolFile = process.env.SCHOOL_CONFIG ?? 'school.json'): string {
  const hash = createHash('sha256')
  for (const source of sources) {
    for (const file of filesUnder(root, source)) {
      hash
        .update(`${file}\n`)
        .update(readFileSync(join(root, file)))
        .update('\n')
    }
  }
  hash.update(readFileSync(resolve(root, schoolFile)))
  return hash.digest('hex')
}

function filesUnder(root: string, source: string): string[] {
  const path = join(root, source)
  if (!statSync(path).isDirectory()) return [source]
  const entries = readdirSync(path, { recursive: true, withFileTypes: true, encoding: 'utf8' })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort()
}

export const stampFile = (dist: string): string => join(dist, '.stamp')

/** Whether `dist` was built from exactly these sources and this school. */
export const isBuilt = (root: string, dist: string, schoolFile?: string): boolean =>
  existsSync(stampFile(dist)) && readFileSync(stampFile(dist), 'utf8') === sourceStamp(root, schoolFile)
