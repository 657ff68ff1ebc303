import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { addDays, dayInTheNetherlands } from '../../../../api/domain/local-date.ts'
import { momentInTheNetherlands } from '../../../../api/domain/moments.ts'
import { silentLog } from '../../../../api/http/log.ts'
import { doMail } from '../../../../api/jobs/mail-job.ts'
import { makeMailer } from '../../../../api/jobs/mailer.ts'
import { type Database, type DatabaseKind, openDatabase } from '../../../../db/connect.ts'
import { attachmentChunks, messages } from '../../../../db/schema/index.ts'
import { dumpTables, filesUnder } from '../../../support/leaks/database-dump.ts'
import type { Place } from '../../../support/leaks/search.ts'
import { house, school } from '../../../support/mail-process.ts'
import { readMail, startMailSink } from '../../../support/mail-sink.ts'
import { fillWithPeople } from '../../../support/own-school.ts'
import { makePostgresDatabase } from '../../../support/postgres-database.ts'
import { type RecordingProxy, startRecordingProxy } from '../../../support/recording-proxy.ts'
import { type ServerPlace, startServer } from '../../../support/server.ts'
import type { Demonstration } from '../demonstration.ts'
import { staff } from './secrets.ts'

export type Seized = Readonly<{
  places: readonly Place[]
  messages: readonly Buffer[]
  chunks: readonly Buffer[]
  /** Every mail about it, as it crossed the wire and as it is read. */
  mails: readonly Place[]
}>

export type CanaryServer = Demonstration &
  Readonly<{
    proxy: RecordingProxy
    /**
     * Pulls the plug, and takes all that is on the disk: the tables as text, and every raw file. Then the mail of the
     * weeks in which nobody looked.
     */
    seize(): Promise<Seized>
  }>

const fillWithStaff = (place: ServerPlace) =>
  fillWithPeople(place, [{ ...staff, name: 'Vera Visser', site: 'ede', roles: ['confidentialAdviser' as const] }])

/**
 * The real program behind a recording proxy, on a database that `fill` prepares: with one vertrouwenspersoon whose
 * password is in no log, if nothing else is wanted.
 */
export async function startCanary(
  kind: DatabaseKind,
  env: Record<string, string> = {},
  fill: (place: ServerPlace) => Promise<void> = fillWithStaff,
): Promise<CanaryServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'vijfspoor-canary-'))
  const database = kind === 'postgres' ? await makePostgresDatabase() : null
  const place = { dataDir, ...(database && { databaseUrl: database.url }) }
  await fill(place)
  const server = await startServer({ ...place, env: { DEMO: '0', ...env } })
  const proxy = await startRecordingProxy(server.url)
  return {
    ...{ ...server, kind, dataDir, proxy, url: proxy.url },
    seize: async () => {
      server.process.kill('SIGKILL')
      if (server.process.signalCode === null) await once(server.process, 'exit')
      const rawFiles = database ? await database.rawFiles() : [...filesUnder(dataDir)]
      const seized = await readBack(place)
      return { ...seized, places: [...rawFiles, ...seized.places] }
    },
    stop: async () => {
      await proxy.close()
      await server.stop()
      rmSync(dataDir, { recursive: true, force: true })
      await database?.drop()
    },
  }
}

/** What is stored, read by whoever has the whole database. */
async function readBack(place: ServerPlace): Promise<Seized> {
  const { db, close } = await openDatabase(place)
  try {
    const message = await db.select({ sealed: messages.sealed }).from(messages)
    const chunk = await db.select({ sealed: attachmentChunks.sealed }).from(attachmentChunks)
    const buffers = (rows: { sealed: Uint8Array }[]) => rows.map(({ sealed }) => Buffer.from(sealed))
    const places = await dumpTables(db)
    return { places, messages: buffers(message), chunks: buffers(chunk), mails: await mailForWeeks(db) }
  } finally {
    await close()
  }
}

/** What leaves over real SMTP on the days to come: news, and each reminder. */
async function mailForWeeks(db: Database): Promise<readonly Place[]> {
  const sink = await startMailSink()
  try {
    const today = dayInTheNetherlands(new Date())
    for (let days = 1; days <= 30; days += 1) {
      const day = addDays(today, days)
      const clock = { now: () => momentInTheNetherlands(day, '12:30'), today: () => day }
      await doMail({ db, clock, log: silentLog, house, send: makeMailer(sink.url), school })
    }
    return sink.mails.flatMap((mail) => [
      { name: `mail to ${mail.to}`, bytes: Buffer.from(mail.raw) },
      { name: `text of a mail to ${mail.to}`, bytes: Buffer.from(readMail(mail).text) },
    ])
  } finally {
    await sink.close()
  }
}
