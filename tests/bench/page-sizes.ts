import { readFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'
import { gzipSync } from 'node:zlib'

/** Compressed bytes (gzip) that a visitor's browser fetches for one page. */
export type PageSize = Readonly<{
  page: string
  html: number
  css: number
  /** Scripts the page names, with everything these import at once: needed before the first question works. */
  scriptBefore: number
  /** Scripts, workers and their binaries fetched later, while a pupil types. */
  scriptAfter: number
}>

/** Words that only somebody who has said to be a parent fetches. */
const notForPupils = /\/report-parent\./

/** Reads the built pages as a browser would: tags, then imports, then imports on demand and workers. */
export async function pageSizes(dist: string, pages: readonly string[]): Promise<PageSize[]> {
  return Promise.all(pages.map((page) => pageSize(dist, page)))
}

async function pageSize(dist: string, page: string): Promise<PageSize> {
  const html = await readFile(join(dist, page, 'index.html'), 'utf8')
  const sheets = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g)].map(([, href = '']) => href)
  const scripts = [...html.matchAll(/<script[^>]+src="([^"]+)"/g)].map(([, src = '']) => src)
  const preloads = [...html.matchAll(/<link[^>]+rel="modulepreload"[^>]+href="([^"]+)"/g)].map(([, href = '']) => href)
  const before = new Set<string>()
  const after = new Set<string>()
  for (const script of [...scripts, ...preloads]) await follow(dist, script, before, after)
  for (const late of after) await follow(dist, late, after, after)
  const later = [...after].filter((file) => !before.has(file) && !notForPupils.test(file))
  return {
    page,
    html: gzipSync(html, { level: 9 }).length,
    css: await sum(dist, new Set(sheets)),
    scriptBefore: await sum(dist, before),
    scriptAfter: await sum(dist, new Set(later)),
  }
}

async function follow(dist: string, file: string, reached: Set<string>, late: Set<string>): Promise<void> {
  reached.add(file)
  const source = await readFile(join(dist, file), 'utf8')
  for (const [, specifier = ''] of source.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g)) {
    const imported = posix.join(dirname(file), specifier)
    if (!reached.has(imported)) await follow(dist, imported, reached, late)
  }
  for (const [, specifier = ''] of source.matchAll(/import\(\s*["'`](\.{1,2}\/[^"'`]+\.js)["'`]/g))
    late.add(posix.join(dirname(file), specifier))
  for (const [, worker = ''] of source.matchAll(/["'`](\/_astro\/[^"'`]+worker[^"'`]*\.js)["'`]/g)) late.add(worker)
  for (const [, binary = ''] of source.matchAll(/["'`](\/_astro\/[^"'`]+\.wasm)["'`]/g)) late.add(binary)
}

async function sum(dist: string, files: ReadonlySet<string>): Promise<number> {
  const sizes = [...files].map(async (file) => gzipSync(await readFile(join(dist, file)), { level: 9 }).length)
  return (await Promise.all(sizes)).reduce((total, size) => total + size, 0)
}
