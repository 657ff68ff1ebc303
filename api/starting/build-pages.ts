import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { isBuilt } from '../../web/stamp.ts'

const root = resolve(fileURLToPath(new URL('../..', import.meta.url)))

/** Builds the pages when they are missing or made from other sources; in a process of its own, which takes its memory with it. */
export async function buildPages(dist: string): Promise<void> {
  if (isBuilt(root, dist)) return
  console.log('Building the pages …')
  const child = spawn(process.execPath, ['web/build.ts'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, DIST_DIR: dist },
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error('The pages could not be built; what went wrong is above.')
}
