import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from './free-port.ts'

const startFile = fileURLToPath(new URL('../../api/start.ts', import.meta.url))
const root = fileURLToPath(new URL('../..', import.meta.url))

export type ServerPlace = Readonly<{
  dataDir: string
  databaseUrl?: string
  /** Where the address must be known before it starts; otherwise a free one is found. */
  port?: number
  /** More environment, such as DEMO. */
  env?: Readonly<Record<string, string>>
}>

export type RunningServer = Readonly<{
  url: string
  process: ChildProcess
  /** Everything it wrote so far, both streams. */
  log(): string
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>
}>

/**
 * The real program (`npm start`) in a process of its own, on a free port.
 * @throws with its log when it ends, or does not answer within a minute.
 */
export async function startServer({ dataDir, databaseUrl, port: wanted, env }: ServerPlace): Promise<RunningServer> {
  const port = wanted ?? (await freePort())
  const url = `http://localhost:${port}`
  const { DATABASE_URL: _, ...inherited } = process.env
  const child = spawn(process.execPath, [startFile], {
    cwd: root,
    env: {
      ...inherited,
      PORT: String(port),
      DATA_DIR: dataDir,
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const written: string[] = []
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part) => written.push(part))
  const killWithUs = () => child.kill('SIGKILL')
  process.once('exit', killWithUs)
  const log = () => written.join('')
  const stop = async () => {
    process.off('exit', killWithUs)
    if (child.exitCode === null && child.signalCode === null && child.kill('SIGTERM')) await once(child, 'exit')
  }
  try {
    await waitUntilHealthy(url, child)
  } catch (error) {
    child.kill('SIGKILL')
    throw new Error(`The server did not start: ${String(error)}\n${log()}`, { cause: error })
  }
  return { url, process: child, log, stop }
}

async function waitUntilHealthy(url: string, child: ChildProcess): Promise<void> {
  const deadline = performance.now() + 240_000
  while (performance.now() < deadline) {
    if (child.exitCode !== null) throw new Error(`it ended with code ${child.exitCode}`)
    const answer = await fetch(`${url}/api/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('no answer within four minutes')
}
