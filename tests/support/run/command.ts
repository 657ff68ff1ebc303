import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { stripVTControlCharacters } from 'node:util'

export type Ended = Readonly<{ code: number; timedOut: boolean }>

const running = new Set<ChildProcess>()
let isEnding = false

/** Runs a command of node_modules, line by line on the screen with its name before it, for at most so many minutes. */
export async function runCommand(
  name: string,
  [command, ...args]: readonly [string, ...string[]],
  { minutes, env = {} }: { minutes: number; env?: Readonly<Record<string, string>> },
): Promise<Ended> {
  // A stage of several commands must not start the next one while everything is being ended.
  if (isEnding) return { code: 1, timedOut: false }
  const child = spawn(command, args, {
    env: { ...process.env, ...env, NO_COLOR: '1', FORCE_COLOR: '0', ASTRO_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, so that what it started ends with it. On Windows npm's commands need a shell.
    detached: process.platform !== 'win32',
    shell: process.platform === 'win32',
  })
  running.add(child)
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on('line', (line) => {
      const plain = stripVTControlCharacters(line).trimEnd()
      if (plain) console.log(`${name.padEnd(10)} | ${plain}`)
    })
  }
  let timedOut = false
  const timer = setTimeout(() => {
    timedOut = true
    endGroup(child)
  }, minutes * 60_000)
  const failedToStart = once(child, 'error').then(([error]) => {
    console.log(`${name.padEnd(10)} | ${String(error)}`)
    return [127]
  })
  const [code] = await Promise.race([once(child, 'close'), failedToStart])
  clearTimeout(timer)
  running.delete(child)
  return { code: typeof code === 'number' ? code : 1, timedOut }
}

/** Ends everything that is still running: whoever stops the tests wants nothing left behind. */
export function endAll(): void {
  isEnding = true
  for (const child of running) endGroup(child)
}

function endGroup(child: ChildProcess): void {
  if (child.pid === undefined) return
  try {
    if (process.platform === 'win32') child.kill()
    else process.kill(-child.pid, 'SIGTERM')
  } catch {
    // It ended in the meantime.
  }
}
