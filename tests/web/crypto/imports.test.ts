import { expect, test } from 'vitest'
import { importsOf, sourceFiles } from '../../support/source-files.ts'

const files = sourceFiles(['{web/crypto,api/domain}/**/*.ts'])

/** The packages that come along when this file is loaded, through whatever it imports. Types weigh nothing. */
function packagesBehind(path: string, visited = new Set<string>()): Set<string> {
  const file = files.find((candidate) => candidate.path === path)
  if (!file) throw new Error(`no such file: ${path}`)
  visited.add(path)
  const weighing = importsOf(file).filter(({ typeOnly }) => !typeOnly)
  const packages = new Set(weighing.filter(({ isFile }) => !isFile).map(({ from }) => from))
  for (const { from } of weighing.filter(({ isFile, from }) => isFile && !visited.has(from))) {
    for (const behind of packagesBehind(from, visited)) packages.add(behind)
  }
  return packages
}

// What the first questions, the code field, the worker that stretches and the server need must not bring the encryption along.
test.each([
  'access-code',
  'bytes',
  'canonical',
  'crockford',
  'padding',
  'sealed-shape',
  'stretch',
  'manifest',
  'order',
  'warning',
])('%s.ts brings no package along', (name) => {
  expect([...packagesBehind(`web/crypto/${name}.ts`)]).toEqual([])
})

test('the look-out itself sees what comes along', () => {
  expect(packagesBehind('web/crypto/conversation.ts')).toContain('age-encryption')
})
