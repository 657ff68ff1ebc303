import { statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { expect, test } from 'vitest'
import { freeSpaceOf } from '../../../api/http/free-space.ts'

const freeMegabytes = () => {
  const { bavail, bsize } = statfsSync(tmpdir())
  return (bavail * bsize) / 1024 / 1024
}

test('a disk with more than the floor has room', async () => {
  expect(await freeSpaceOf(tmpdir(), freeMegabytes() / 2)()).toBe(true)
})

test('a disk with less than the floor has none', async () => {
  expect(await freeSpaceOf(tmpdir(), freeMegabytes() * 2)()).toBe(false)
})

test('a disk that cannot be asked is an error, not room', async () => {
  await expect(freeSpaceOf('/does/not/exist', 1)()).rejects.toThrow('ENOENT')
})
