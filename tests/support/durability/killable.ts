import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort } from '../free-port.ts'
import { apiAt, type SchoolApi } from '../school-api.ts'

const startFile = fileURLToPath(new URL('../../../api/start-without-pages.ts', import.meta.url))
const root = fileURLToPath(new URL('../../..', import.meta.url))

export type Killable = Readonly<{
  api: SchoolApi
  /** Starts it; resolves as soon as the process exists. */
  start(): void
  /** Resolves when it answers: at once while it runs, else in its next life. Rejects when it ended by itself. */
  up(): Promise<void>
  /** As the kernel does it: no signal handler, no flush, no goodbye. */
  kill(): Promise<void>
  /** Asks it to end, and waits until it has. Its exit code; null when a signal ended it. */
  stop(): Promise<number | null>
  /** Waits until it ends by itself. */
  ended(): Promise<number | null>
  /** Everything it wrote in all its lives. */
  written(): string
  origin: string
}>

/** The program on one database, always on the same port, that can be killed and started again any number of times. */
export async function makeKillable(place: {
  dataDir: string
  databaseUrl?: string
  env?: Record<string, string>
}): Promise<Killable> {
  const port = await freePort()
  const origin = `http://localhost:${port}`
  const { DATABASE_URL: _, ...inherited } = process.env
  const env = {
    ...inherited,
    ...{ PORT: String(port), DATA_DIR: place.dataDir, DEMO: '0', MIN_FREE_MB: '0' },
    ...(place.databaseUrl && { DATABASE_URL: place.databaseUrl }),
    ...place.env,
  }
  const written: string[] = []
  let child: ChildProcess | null = null
  let life = newLife()

  const lastWritten = () => written.join('').slice(-2_000)
  const start = () => {
    if (isOver) throw new Error('the tests are over')
    const born = spawn(process.execPath, [startFile], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    for (const stream of [born.stdout, born.stderr]) stream.setEncoding('utf8').on('data', (part) => written.push(part))
    child = born
    children.add(born.once('exit', () => children.delete(born)))
    born.once('close', (code, signal) => {
      if (child !== born) return
      // Nobody asked it to. Who waits for it would wait for ever.
      if (life.isDecided()) life = newLife()
      life.fail(new Error(`the server ended by itself (${signal ?? code}):\n${lastWritten()}`))
    })
    void waitUntilHealthy(origin, born).then((isHealthy) => isHealthy && child === born && life.begin())
  }
  const end = async (signal?: NodeJS.Signals): Promise<number | null> => {
    const dying = child
    if (!dying) return null
    child = null
    // Nobody may think that it is up. Who waits for a life that never began waits on for the next.
    if (life.isDecided()) life = newLife()
    const isAlive = dying.exitCode === null && dying.signalCode === null
    if (isAlive && (signal === undefined || dying.kill(signal))) await once(dying, 'exit')
    return dying.exitCode
  }
  return {
    ...{ api: apiAt(origin), start, up: () => life.promise },
    kill: async () => void (await end('SIGKILL')),
    stop: () => end('SIGTERM'),
    ended: () => end(),
    origin,
    written: () => written.join(''),
  }
}

/** Those that run now: none of them outlives the tests. */
const children = new Set<ChildProcess>()
let isOver = false

/** For the end of a test file: a test that ran out of time goes on starting servers otherwise. */
export function endAllServers(): void {
  isOver = true
  for (const child of children) child.kill('SIGKILL')
}
process.once('exit', endAllServers)

function newLife() {
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  let isDecided = false
  const begin = () => {
    isDecided = true
    resolve()
  }
  const fail = (reason: Error) => {
    isDecided = true
    // Those who wait hear it; that nobody waits is no fault.
    promise.catch(() => undefined)
    reject(reason)
  }
  return { promise, begin, fail, isDecided: () => isDecided }
}

/** False when it ended before it answered. */
async function waitUntilHealthy(origin: string, child: ChildProcess): Promise<boolean> {
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(`${origin}/api/health`).catch(() => null)
    if (answer?.ok) return child.exitCode === null && child.signalCode === null
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return false
}
