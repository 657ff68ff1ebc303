import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import { createConnection, createServer, type Server } from 'node:net'
import { relative, resolve } from 'node:path'

export class DirectoryInUseError extends Error {
  override name = 'DirectoryInUseError'
}

/**
 * Makes this the only process that uses the directory, until it ends in whatever way: the operating system gives up
 * the names below when a process dies, so no stale lock is ever left to be judged by its age.
 *
 * - Linux: an abstract socket named after the directory's device and inode (no race), and a socket file in it, which
 *   a process in another container sees too.
 * - Windows: a named pipe. Elsewhere: the socket file alone.
 *
 * @throws DirectoryInUseError in one sentence.
 */
export async function lockDirectory(directory: string): Promise<() => Promise<void>> {
  const { dev, ino } = await stat(directory, { bigint: true })
  const name = `vijfspoor-${dev}-${ino}`
  const servers: Server[] = []
  const unlock = async () => {
    for (const server of servers.splice(0)) await new Promise((done) => server.close(done))
  }
  const take = async (address: string) => {
    const server = await listen(address)
    if (server) return void servers.push(server)
    const holder = await askHolder(address)
    await unlock()
    throw new DirectoryInUseError(
      `${resolve(directory)} is in use by another Vijfspoor process${holder ? ` (${holder})` : ''}: stop that one first, or give this one another DATA_DIR or a DATABASE_URL.`,
    )
  }
  if (process.platform === 'win32') await take(`\\\\.\\pipe\\${name}`)
  else {
    if (process.platform === 'linux') await take(`\0${name}`)
    const file = socketFile(directory)
    if ((await askHolder(file)) === null) rmSync(file, { force: true })
    await take(file)
  }
  return unlock
}

/** Socket addresses hold about a hundred bytes, so the shorter way to the file is taken. */
function socketFile(directory: string): string {
  const absolute = resolve(directory, 'in-use')
  const fromHere = relative('', absolute)
  return fromHere.length < absolute.length ? fromHere : absolute
}

async function listen(address: string): Promise<Server | null> {
  const server = createServer((socket) => socket.end(`process ${process.pid}`))
  server.listen({ path: address, exclusive: true })
  try {
    await once(server, 'listening')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') return null
    throw error
  }
  server.unref()
  return server
}

/** What the process at this address says about itself; null when there is none. */
async function askHolder(address: string): Promise<string | null> {
  const socket = createConnection(address)
  const said: Buffer[] = []
  try {
    for await (const part of socket.setTimeout(2_000, () => socket.destroy())) said.push(part)
    return Buffer.concat(said).toString()
  } catch {
    return null
  }
}
