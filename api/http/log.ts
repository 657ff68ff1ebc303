/**
 * What a log line may hold: an event, and facts from this list. There is deliberately no room for an address, a user
 * agent, a path as it was asked for (only the route's pattern), a body, or the text of an error about somebody's data.
 */
export type LogFacts = Readonly<{
  route?: string
  method?: string
  status?: number
  site?: string
  /** Class name of an error or a database's error code; never its message. */
  error?: string
  count?: number
}>

export type Log = Readonly<{
  info(event: string, facts?: LogFacts): void
  error(event: string, facts?: LogFacts): void
}>

const line = (level: string, event: string, facts?: LogFacts) => `${JSON.stringify({ level, event, ...facts })}\n`

/** One JSON object a line; the supervisor of the process adds the time. */
export const consoleLog: Log = {
  info: (event, facts) => void process.stdout.write(line('info', event, facts)),
  error: (event, facts) => void process.stderr.write(line('error', event, facts)),
}

export const silentLog: Log = { info: () => undefined, error: () => undefined }
