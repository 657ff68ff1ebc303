import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { isBuilt, sourceStamp, stampFile } from '../../web/stamp.ts'

const files = {
  'web/pages/index.astro': '<h1>Voorpagina</h1>',
  'web/text/nl/home.ts': 'export default {}',
  'api/domain/roles.ts': 'export const roles = []',
  'api/http/refusals.ts': 'export const refusalStatus = {}',
  'db/school-config.ts': 'export const read = () => null',
  'astro.config.mjs': 'export default {}',
  'package-lock.json': '{}',
  'school.json': '{"name":"school"}',
}

let root: string
const write = (name: string, text: string) => {
  mkdirSync(dirname(join(root, name)), { recursive: true })
  writeFileSync(join(root, name), text)
}
const stamp = () => sourceStamp(root, join(root, 'school.json'))

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'vijfspoor-stamp-'))
  for (const [name, text] of Object.entries(files)) write(name, text)
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test.each(Object.keys(files))('a change in %s makes the pages stale', (name) => {
  const before = stamp()
  write(name, `${files[name as keyof typeof files]} `)
  expect(stamp()).not.toBe(before)
})

test('a new, a moved and a removed file make the pages stale', () => {
  const seen = [stamp()]
  write('web/pages/new.astro', '')
  seen.push(stamp())
  rmSync(join(root, 'web/pages/new.astro'))
  write('web/pages/moved.astro', '')
  seen.push(stamp())
  rmSync(join(root, 'web/text'), { recursive: true })
  seen.push(stamp())
  expect(new Set(seen).size).toBe(seen.length)
})

test('what the pages are not made of leaves them as they are, and so does a copy', () => {
  const before = stamp()
  write('tests/some.test.ts', 'test')
  write('api/server.ts', 'server')
  expect(stamp()).toBe(before)
  const copy = `${root}-copy`
  cpSync(root, copy, { recursive: true })
  expect(sourceStamp(copy, join(copy, 'school.json'))).toBe(before)
  rmSync(copy, { recursive: true })
})

test('pages without a stamp, or with an old one, are not built', () => {
  const dist = join(root, 'dist')
  const isNow = () => isBuilt(root, dist, join(root, 'school.json'))
  expect(isNow()).toBe(false)
  mkdirSync(dist)
  expect(isNow()).toBe(false)
  writeFileSync(stampFile(dist), stamp())
  expect(isNow()).toBe(true)
  write('web/pages/index.astro', '<h1>Anders</h1>')
  expect(isNow()).toBe(false)
})
