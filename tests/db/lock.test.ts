import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { DirectoryInUseError, lockDirectory } from '../../db/lock.ts'

const lockFile = fileURLToPath(new URL('../../db/lock.ts', import.meta.url))
const program = (directory: string) =>
  `import { lockDirectory } from ${JSON.stringify(lockFile)}; await lockDirectory(${JSON.stringify(directory)}); console.log('locked'); setInterval(() => {}, 1000)`

const started: ChildProcess[] = []
let directory: string

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'vijfspoor-lock-'))
})
afterEach(async () => {
  for (const child of started.splice(0)) await kill(child)
  rmSync(directory, { recursive: true, force: true })
})

/** Another process that holds the directory, started through `via`. */
async function holdElsewhere(via: readonly string[] = []): Promise<ChildProcess> {
  const command = [...via, process.execPath, '--input-type=module-typescript', '-e', program(directory)]
  const child = spawn(String(command[0]), command.slice(1), { stdio: ['ignore', 'pipe', 'inherit'] })
  started.push(child)
  await once(child.stdout, 'data')
  return child
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  child.kill('SIGKILL')
  await once(child, 'exit')
}

test('a directory that another process holds is refused in one line that names both', async () => {
  const { pid } = await holdElsewhere()
  const refused = await lockDirectory(directory).catch((error: unknown) => error)
  expect(refused).toBeInstanceOf(DirectoryInUseError)
  expect(String(refused)).toContain(directory)
  expect(String(refused)).toContain(`process ${pid}`)
  expect(String(refused)).not.toContain('\n')
})

test('a directory is free again as soon as its holder is killed', async () => {
  await kill(await holdElsewhere())
  const unlock = await lockDirectory(directory)
  await expect(lockDirectory(directory)).rejects.toThrow(`process ${process.pid}`)
  await unlock()
})

test('a lock that was given back can be taken again', async () => {
  const unlock = await lockDirectory(directory)
  await expect(lockDirectory(directory)).rejects.toThrow(DirectoryInUseError)
  await unlock()
  const again = await lockDirectory(directory)
  await again()
})

test('of ten that try at once exactly one gets the directory', async () => {
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => lockDirectory(directory)))
  const held = tries.filter((tried) => tried.status === 'fulfilled')
  expect(held).toHaveLength(1)
  for (const { value } of held) await value()
})

// Two containers share the directory but not the names of abstract sockets. Only root on Linux can play that here.
if (process.platform === 'linux' && process.getuid?.() === 0) {
  test('a directory that a process of another container holds is refused', async () => {
    await holdElsewhere(['unshare', '--net'])
    await expect(lockDirectory(directory)).rejects.toThrow(DirectoryInUseError)
  })
}
