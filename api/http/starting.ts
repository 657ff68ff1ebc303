import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { Hono } from 'hono'
import { type BuiltFiles, readBuiltFiles } from './built-files.ts'
import { commonHeaders } from './headers.ts'
import { serveFile } from './serve-file.ts'

const secondsUntilAgain = '10'

/**
 * Answers until the program is ready, which takes minutes where a large database is migrated: with the page for when it
 * does not work, which says what became of the answers and whom to call. Before a first build there is no such page.
 */
export function whileStarting(dist: string | null) {
  let read: BuiltFiles | undefined
  // Only when somebody asks: nobody does at most starts.
  const files = (): BuiltFiles => {
    read ??= dist !== null && existsSync(join(dist, '500.html')) ? readBuiltFiles(dist) : new Map()
    return read
  }
  return new Hono()
    .use(commonHeaders)
    .all('/api/*', (c) => c.text('starting', 503, { 'retry-after': secondsUntilAgain }))
    .get('*', (c) => {
      const file = files().get(c.req.path)
      if (file && !file.type.startsWith('text/html')) return serveFile(c, file)
      c.header('retry-after', secondsUntilAgain)
      const page = files().get('/500.html')
      return page ? serveFile(c, page, 503) : c.text('starting', 503)
    })
    .onError((_, c) => c.text('starting', 503))
}
