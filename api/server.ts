import { randomFillSync } from 'node:crypto'
import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { type OpenDatabase, openDatabase } from '../db/connect.ts'
import { listDemonstrationAccounts } from '../db/demo/access.ts'
import { fillSchool, type Instance } from '../db/fill-school.ts'
import { migrate } from '../db/migrate.ts'
import type { SchoolConfig } from '../db/school-config.ts'
import { createApp } from './app.ts'
import type { Clock, Deps } from './deps.ts'
import type { LocalDate } from './domain/local-date.ts'
import { systemClock } from './http/clock.ts'
import { freeSpaceOf } from './http/free-space.ts'
import type { Log } from './http/log.ts'
import { whileStarting } from './http/starting.ts'
import type { MailJob } from './jobs/mail-job.ts'
import { startJobs } from './jobs/start-jobs.ts'
import { startMail } from './jobs/start-mail.ts'
import type { SchoolProvider } from './school-auth.ts'
import { checkSchoolProtocol } from './starting/check-school-protocol.ts'

export type ServerOptions = Readonly<{
  school: SchoolConfig
  dataDir: string
  databaseUrl?: string | undefined
  authSecret?: string | undefined
  origin?: string | undefined
  schoolProvider?: SchoolProvider | undefined
  /** The mail server and the sender, SMTP_URL and MAIL_FROM. Goes with `origin`. */
  mail?: Readonly<{ url: string; from: string }> | undefined
  host: string
  port: number
  dist: string | null
  minFreeMegabytes: number
  log: Log
  clock?: Clock
  /** Runs on the migrated database before anybody is served. */
  prepare?: (database: OpenDatabase, filled: FilledSchool) => Promise<void>
  /** The engine of the embedded database stopped, and no query will end any more: the process must. */
  onEngineStopped: () => void
}>

export type FilledSchool = Readonly<{ instance: Instance; random: Deps['random']; today: LocalDate }>

export type RunningServer = Readonly<{
  database: OpenDatabase
  instance: Instance
  port: number
  close(): Promise<void>
}>

/** How long requests that are under way get to end. A phone that is uploading sends the piece again. */
const patienceMilliseconds = 8_000

/**
 * The whole program on one database: migrated, filled, served.
 * @throws when the port is taken or the protocol cannot be worked with, before the database is opened: a second start
 * must not touch the first one's data.
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { school, dataDir, databaseUrl, authSecret, log, clock = systemClock } = options
  checkSchoolProtocol(school)
  let app: Pick<ReturnType<typeof createApp>, 'fetch'> = whileStarting(options.dist)
  const server = createAdaptorServer({ fetch: (request, env) => app.fetch(request, env) })
  server.listen(options.port, options.host)
  await once(server, 'listening')

  try {
    const database = await openDatabase({ databaseUrl, dataDir, onEngineStopped: options.onEngineStopped })
    const { db, kind } = database
    await migrate(db)
    const random = (bytes: number) => randomFillSync(new Uint8Array(bytes))
    const today = clock.today()
    const instance = await fillSchool(db, { school, today, random, authSecret })
    await options.prepare?.(database, { instance, random, today })
    const hasFreeSpace = kind === 'pglite' ? freeSpaceOf(dataDir, options.minFreeMegabytes) : async () => true
    const mail = await mailJob(options, { db, clock, log })
    app = createApp(
      {
        ...{ db, databaseKind: kind, clock, random, log, school, instance, hasFreeSpace },
        ...{
          dist: options.dist,
          origin: options.origin,
          isMailSent: mail !== null,
          schoolProvider: options.schoolProvider,
        },
      },
      { onEngineStopped: kind === 'pglite' ? options.onEngineStopped : () => undefined },
    )
    const stopJobs = startJobs({ db, clock, log, school, since: instance.createdOn })
    const stopMail = mail ? startMail(mail) : async () => undefined

    const close = async () => {
      const jobsEnded = stopJobs()
      const closed = once(server, 'close')
      server.close()
      if ('closeIdleConnections' in server) server.closeIdleConnections()
      const impatience = setTimeout(
        () => 'closeAllConnections' in server && server.closeAllConnections(),
        patienceMilliseconds,
      )
      await closed
      clearTimeout(impatience)
      await Promise.all([jobsEnded, stopMail()])
      await database.close()
    }
    return { database, instance, port: (server.address() as AddressInfo).port, close }
  } catch (error) {
    server.close()
    throw error
  }
}

/** Null where no mail is sent: no mail server is set, or the people are those of the demonstration. */
async function mailJob(
  { mail, origin, school }: ServerOptions,
  parts: Pick<MailJob, 'db' | 'clock' | 'log'>,
): Promise<MailJob | null> {
  if (!mail || origin === undefined || (await listDemonstrationAccounts(parts.db)).size > 0) return null
  const house = { portalName: school.portalName, origin, from: mail.from }
  // Loaded only where it is used: a start without a mail server need not wait for it.
  const { makeMailer } = await import('./jobs/mailer.ts')
  return { ...parts, house, send: makeMailer(mail.url), school }
}
