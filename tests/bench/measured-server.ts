import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { freePort } from '../support/free-port.ts'

export type MeasuredServer = Readonly<{
  url: string
  startMilliseconds: number
  /** Processor time used so far, all threads, in milliseconds. */
  processorTime(): number
  stop(): Promise<void>
}>

/** Starts a file as a server of its own and waits until it answers. */
export async function startMeasured(file: string, env: Readonly<Record<string, string>>): Promise<MeasuredServer> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const began = performance.now()
  const child = spawn(process.execPath, [file], {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  await answers(`${url}/api/health`, child)
  return {
    url,
    startMilliseconds: performance.now() - began,
    processorTime: () => processorTime(child.pid ?? 0),
    stop: async () => {
      child.kill('SIGTERM')
      if (child.exitCode === null) await once(child, 'exit')
    },
  }
}

async function answers(address: string, child: ChildProcess): Promise<void> {
  const until = performance.now() + 60_000
  while (performance.now() < until) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    const response = await fetch(address).catch(() => null)
    await response?.text()
    if (response?.ok) return
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  throw new Error('the server did not answer within a minute')
}

/** From Linux' /proc, in ticks of 10 ms; elsewhere there is no such number and the bench says 0. */
function processorTime(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch {
    return 0
  }
}
