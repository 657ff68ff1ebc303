import type { Context } from 'hono'
import type { BuiltFile } from './built-files.ts'
import { pagePolicy, workerPolicy } from './headers.ts'

/** Answers with a built file: compressed when the browser can, and 304 when it has it already. */
export function serveFile(c: Context, file: BuiltFile, status: 200 | 404 | 500 | 503 = 200): Response {
  const headers = new Headers({ 'content-type': file.type, etag: file.etag, vary: 'accept-encoding' })
  headers.set('cache-control', cacheOf(c.req.path, file))
  if (file.type.startsWith('text/html')) headers.set('content-security-policy', pagePolicy(c.req.path))
  if (file.type.startsWith('text/javascript')) headers.set('content-security-policy', workerPolicy)
  if (status === 200 && isAlreadyThere(c, file.etag)) return c.body(null, { status: 304, headers })
  const accepted = c.req.header('accept-encoding') ?? ''
  const variant = file.compressed.find(({ encoding }) =>
    new RegExp(`\\b${encoding}\\b(?!\\s*;\\s*q=0(\\.0*)?\\s*(,|$))`).test(accepted),
  )
  if (variant) headers.set('content-encoding', variant.encoding)
  return c.body((variant ?? file).body, { status, headers })
}

/** Names under /_astro/ hold a hash of their content; everything else is asked for again each time. */
const cacheOf = (path: string, { type }: BuiltFile): string =>
  path.startsWith('/_astro/') && !type.startsWith('text/html') ? 'public, max-age=31536000, immutable' : 'no-cache'

const isAlreadyThere = (c: Context, etag: string): boolean =>
  (c.req.header('if-none-match') ?? '')
    .split(',')
    .map((tag) => tag.trim().replace(/^W\//, ''))
    .includes(etag)
