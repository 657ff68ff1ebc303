import { execFileSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statfsSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { ask } from '../../web/client.ts'
import { expectAllThere } from '../support/durability/check.ts'
import { type Killable, makeKillable } from '../support/durability/killable.ts'
import { makeSmallSchool } from '../support/durability/school-directory.ts'
import { type Told, tell } from '../support/durability/teller.ts'
import { newReporter, openByCode, submit } from '../support/reporter.ts'

let folder: string
let server: Killable | undefined
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vijfspoor-disk-'))
})
afterEach(async () => {
  await server?.kill()
  server = undefined
  rmSync(folder, { recursive: true, force: true })
})

async function startAt(dataDir: string, minFreeMegabytes: number): Promise<Killable> {
  server = await makeKillable({ dataDir, env: { MIN_FREE_MB: String(minFreeMegabytes) } })
  server.start()
  await server.up()
  return server
}

describe('a disk with less room than the floor', () => {
  test('takes nothing new and shows what there is', async () => {
    await makeSmallSchool({ dataDir: folder })
    const before = await startAt(folder, 0)
    const reporter = await newReporter(before.api)
    const { draft, submission } = await submit(reporter, { to: ['confidentialAdviser'], story: 'Op tijd.' })
    await before.stop()

    const { api } = await startAt(folder, 100_000_000)
    await expect(submit(await newReporter(api), { to: ['confidentialAdviser'], story: 'Te laat.' })).rejects.toThrow(
      'storage-full',
    )
    const headers = { authorization: `Draft ${draft}`, 'content-type': 'application/json' }
    const again = await api.send('/api/reports', { method: 'POST', headers, body: JSON.stringify(submission) })
    expect([again.status, await again.json()]).toEqual([507, { refusal: 'storage-full' }])
    expect((await openByCode(api, reporter.code)).conversation.entries).toHaveLength(1)
    expect((await ask(api.client.health.$get())).ok).toBe(true)
  })
})

// A real full disk needs one that can be filled: a small file system in memory, which only root may mount.
if (process.platform === 'linux' && process.getuid?.() === 0) {
  describe('a disk that is really full', () => {
    let disk: string
    beforeEach(() => {
      disk = join(folder, 'disk')
      execFileSync('mkdir', [disk])
      execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=160m', 'tmpfs', disk])
    })
    afterEach(async () => {
      await server?.kill()
      execFileSync('umount', [disk])
    })

    /** Takes what is left but this much, until it is removed. */
    function leaveFree(megabytes: number): () => void {
      const ballast = join(disk, 'ballast')
      const { bavail, bsize } = statfsSync(disk)
      const file = openSync(ballast, 'w')
      const piece = Buffer.alloc(1024 * 1024)
      for (let left = bavail * bsize - megabytes * piece.length; left > 0; left -= piece.length) {
        writeSync(file, piece, 0, Math.min(left, piece.length))
      }
      closeSync(file)
      return () => rmSync(ballast)
    }

    test('ends the server without one acknowledged report lost, and it goes on when there is room', async () => {
      const dataDir = join(disk, 'data')
      const school = await makeSmallSchool({ dataDir })
      // The floor is off: this is about what happens when it fills up all the same.
      const filling = await startAt(dataDir, 0)
      const told: Told[] = []
      const teller = { server: filling, school, onCut: () => undefined, onAnswer: () => undefined }
      told.push(await tell(teller))
      const makeRoom = leaveFree(4)
      const refused = await (async () => {
        for (;;) told.push(await tell(teller))
      })().catch((error: unknown) => String(error))
      expect(refused).toContain('storage-full')
      expect(await filling.ended()).toBe(1)
      expect(filling.written()).toContain('disk is full')

      makeRoom()
      filling.start()
      await filling.up()
      for (const one of told) await expectAllThere(filling.api, one)
      await expectAllThere(filling.api, await tell(teller))
      expect(await filling.stop()).toBe(0)
    })
  })
}
