import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join, relative, sep } from 'node:path'

export type BuiltFile = Readonly<{
  body: Buffer<ArrayBuffer>
  /** The same, compressed at build time; smallest first. Empty for what does not get smaller. */
  compressed: readonly Readonly<{ encoding: 'br' | 'gzip'; body: Buffer<ArrayBuffer> }>[]
  type: string
  etag: string
}>

/** By the path a browser asks for: '/', '/melden/', '/_astro/page.abc.js'. */
export type BuiltFiles = ReadonlyMap<string, BuiltFile>

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.txt': 'text/plain; charset=utf-8',
}

/**
 * The whole built site in memory: it is under a few megabytes, and what is not in this map cannot be asked for, so no
 * request ever becomes a path on the disk.
 */
export function readBuiltFiles(dist: string): BuiltFiles {
  const files = new Map<string, BuiltFile>()
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const type = types[extname(entry.name)]
    if (!entry.isFile() || !type) continue
    const file = join(entry.parentPath, entry.name)
    files.set(urlOf(relative(dist, file)), readBuiltFile(file, type))
  }
  return files
}

const urlOf = (file: string): string => `/${file.split(sep).join('/')}`.replace(/\/index\.html$/, '/')

function readBuiltFile(file: string, type: string): BuiltFile {
  const body = readFileSync(file)
  const compressed = (['br', 'gzip'] as const).flatMap((encoding) => {
    const name = `${file}.${encoding === 'br' ? 'br' : 'gz'}`
    return existsSync(name) ? [{ encoding, body: readFileSync(name) }] : []
  })
  return { body, compressed, type, etag: etagOf(body) }
}

export const etagOf = (body: Uint8Array): string =>
  `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`
