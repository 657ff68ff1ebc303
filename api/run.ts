import { flushCompileCache } from 'node:module'
import { readSchoolConfig } from '../db/school-config.ts'
import { consoleLog } from './http/log.ts'
import { type RunningServer, startServer } from './server.ts'
import { readSettings, schoolProviderOf } from './settings.ts'
import { buildPages } from './starting/build-pages.ts'
import { explain } from './starting/explain.ts'
import { prepareDemonstration } from './starting/prepare-demonstration.ts'
import { welcome } from './starting/welcome.ts'

type Run = Readonly<{
  /** False serves the interface alone: in development Astro serves the pages, and many tests need none. */
  withPages: boolean
}>

/** `npm start`: builds what is not built, starts, says where it is, and ends in an orderly way when asked. */
export async function run({ withPages }: Run): Promise<void> {
  try {
    await start(withPages)
  } catch (error) {
    // One line for what an administrator can mend; the stack only for what is a fault of the program.
    const isExpected = error instanceof Error && !(error instanceof TypeError || error instanceof ReferenceError)
    console.error(isExpected ? `Vijfspoor did not start. ${explain(error)}` : error)
    process.exit(1)
  }
}

async function start(withPages: boolean): Promise<void> {
  const settings = readSettings(process.env)
  const school = readSchoolConfig(settings.SCHOOL_CONFIG)
  const server = await startServer({
    school,
    dataDir: settings.DATA_DIR,
    databaseUrl: settings.DATABASE_URL,
    authSecret: settings.AUTH_SECRET,
    origin: settings.ORIGIN,
    schoolProvider: schoolProviderOf(settings),
    mail: settings.SMTP_URL && settings.MAIL_FROM ? { url: settings.SMTP_URL, from: settings.MAIL_FROM } : undefined,
    host: settings.HOST,
    port: settings.PORT,
    dist: withPages ? settings.DIST_DIR : null,
    minFreeMegabytes: settings.MIN_FREE_MB,
    log: consoleLog,
    // Only when port and database are ours: a start that must be refused need not build first.
    prepare: async (database, filled) => {
      if (withPages) await buildPages(settings.DIST_DIR)
      await prepareDemonstration(settings.DEMO, school, database, filled)
    },
    onEngineStopped,
  })
  const words = welcome(server, settings, school)
  stopWhenAsked(server, words)
  console.log(await words)
  flushCompileCache()
}

/** The first signal ends the process in order; a second one at once. */
function stopWhenAsked(server: RunningServer, words: Promise<string>): void {
  const stop = async () => {
    // They are still being looked up in the database that is about to close.
    await words.catch(() => undefined)
    await server.close()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => {
      process.once(signal, () => process.exit(1))
      void stop()
    })
  }
}

let isEnding = false

/** Everything acknowledged so far is on the disk; every further query would wait for ever. */
function onEngineStopped(): void {
  if (isEnding) return
  isEnding = true
  console.error('The embedded database stopped, most likely because the disk is full. Make room and start again.')
  // The answer that says so is still on its way to the browser.
  setTimeout(() => process.exit(1), 500).unref()
}
