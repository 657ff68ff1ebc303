import { readFileSync } from 'node:fs'

/** What the processors of this machine did since it started, in ticks: user, nice, system, idle, iowait, irq, softirq, steal. */
type Ticks = readonly number[]

/** Null where there is no /proc. */
export function readTicks(): Ticks | null {
  try {
    return parseTicks(readFileSync('/proc/stat', 'utf8'))
  } catch {
    return null
  }
}

export function parseTicks(stat: string): Ticks {
  const line = stat.split('\n').find((candidate) => candidate.startsWith('cpu ')) ?? ''
  return line.trim().split(/\s+/).slice(1).map(Number)
}

/**
 * Says whether a slow run worked, waited for the disk, or was given no processor: a slow machine and a slow program look
 * alike in seconds.
 */
export function machineLine(before: Ticks, after: Ticks, processors: number): string {
  const passed = after.map((value, index) => value - (before[index] ?? 0))
  const [user = 0, nice = 0, system = 0, idle = 0, iowait = 0, irq = 0, softirq = 0, steal = 0] = passed
  const all = user + nice + system + idle + iowait + irq + softirq + steal
  const part = (ticks: number) => `${all === 0 ? 0 : Math.round((100 * ticks) / all)}%`
  return (
    `== ${processors} processors: ${part(user + nice)} program, ${part(system + irq + softirq)} system, ` +
    `${part(iowait)} waiting for the disk, ${part(steal)} given to others, ${part(idle)} idle`
  )
}
