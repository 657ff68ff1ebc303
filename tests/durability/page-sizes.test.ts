import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { pageSizes } from '../bench/page-sizes.ts'

const dist = resolve(process.env.DIST_DIR ?? fileURLToPath(new URL('../../dist', import.meta.url)))

// Bytes of a build are the same on each machine; what takes time is left to `npm run bench`.
test('a phone gets the first question within 45 kB of scripts, and the whole report with its encryption within 90 kB', async () => {
  const [form] = await pageSizes(dist, ['melden'])
  const { scriptBefore = 0, scriptAfter = 0 } = form ?? {}
  expect(scriptBefore).toBeGreaterThan(10_000)
  expect(scriptBefore).toBeLessThan(45_000)
  expect(scriptAfter).toBeGreaterThan(30_000)
  expect(scriptBefore + scriptAfter).toBeLessThan(90_000)
})
