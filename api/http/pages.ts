import { type Context, Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { type BuiltFile, readBuiltFiles } from './built-files.ts'
import { filledPages } from './filled-pages.ts'
import { serveFile } from './serve-file.ts'

/** The built pages with their files, and what to show when there is no such page or the program failed. */
export function pages(deps: Pick<Deps, 'db' | 'clock' | 'dist'>) {
  const files = deps.dist === null ? new Map<string, BuiltFile>() : readBuiltFiles(deps.dist)
  const filled = filledPages(deps, files)

  const find = async (path: string): Promise<BuiltFile | undefined> =>
    (await filled.find(path)) ?? (filled.needsFilling(path) ? undefined : files.get(path))

  const own = (c: Context, path: string, status: 404 | 500) => {
    const page = files.get(path)
    return page ? serveFile(c, page, status) : c.text(String(status), status)
  }
  const missing = (c: Context) => own(c, '/404.html', 404)

  const app = new Hono().get('*', async (c) => {
    const { path } = c.req
    const page = await find(path)
    if (page) return serveFile(c, page)
    // Only towards a page that exists, so that nothing of an address from outside comes back in an answer.
    const withSlash = `${path}/`
    return /^\/[a-z]/.test(path) && (await find(withSlash)) ? c.redirect(withSlash, 308) : missing(c)
  })
  return { app, missing, failed: (c: Context) => own(c, '/500.html', 500) }
}
