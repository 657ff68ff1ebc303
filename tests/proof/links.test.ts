import { existsSync } from 'node:fs'
import { posix } from 'node:path'
import { expect, test } from 'vitest'
import { sourceFiles } from '../support/source-files.ts'

const pages = sourceFiles(['*.md', 'docs/**/*.md'])
const packages: { dependencies: object; devDependencies: object } = JSON.parse(
  sourceFiles('package.json')[0]?.text ?? '',
)

test.each(pages.map(({ path, text }) => [path, text]))('every file that %s points to exists', (path, text) => {
  const targets = [...text.matchAll(/\]\(([^)#\s]+)/g)].map(([, target = '']) => target)
  const files = targets.filter((target) => !/^[a-z]+:/.test(target))
  expect(files.filter((file) => !existsSync(posix.join(posix.dirname(path), file)))).toEqual([])
})

test('every dependency has its reason', () => {
  const reasons = pages.find(({ path }) => path === 'docs/dependencies.md')?.text ?? ''
  const names = Object.keys({ ...packages.dependencies, ...packages.devDependencies })
  expect(names.filter((name) => !reasons.includes(`\`${name}\``))).toEqual([])
})
