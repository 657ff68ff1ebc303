import type { Database, DatabaseKind } from '../db/connect.ts'
import type { Instance } from '../db/fill-school.ts'
import type { SchoolConfig } from '../db/school-config.ts'
import type { LocalDate } from './domain/local-date.ts'
import type { Log } from './http/log.ts'
import type { SchoolProvider } from './school-auth.ts'

/** The only place where time comes from, so that a test can stand on any day. */
export type Clock = Readonly<{ now(): Date; today(): LocalDate }>

/** What the routes need from outside. No route keeps anything in memory that another process would miss. */
export type Deps = Readonly<{
  db: Database
  databaseKind: DatabaseKind
  clock: Clock
  random: (bytes: number) => Uint8Array<ArrayBuffer>
  log: Log
  school: SchoolConfig
  /** Salt and secret of this installation, read once at start: they never change. */
  instance: Instance
  /** The public address behind a proxy; without it the host that was asked is the school's own. */
  origin?: string | undefined
  /** The sign-in of the school itself, where it has one. */
  schoolProvider?: SchoolProvider | undefined
  /** Whether a mail server is set; without one no mail waits for a day that may never come. */
  isMailSent?: boolean | undefined
  /** Folder of the built pages; null serves the API alone. */
  dist: string | null
  /** False when so little is left that nothing new may be accepted. */
  hasFreeSpace: () => Promise<boolean>
}>
