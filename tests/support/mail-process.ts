import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { dayInTheNetherlands } from '../../api/domain/local-date.ts'
import { consoleLog } from '../../api/http/log.ts'
import { doMail } from '../../api/jobs/mail-job.ts'
import { makeMailer } from '../../api/jobs/mailer.ts'
import { openDatabase } from '../../db/connect.ts'

/** A process that does one round of mail, with a clock that is `aheadMinutes` wrong. */
export type MailProcess = Readonly<{
  databaseUrl?: string | undefined
  dataDir: string
  smtp: string
  aheadMinutes: number
}>

export const house = { portalName: 'Vijfspoor', origin: 'https://school.test', from: 'Vijfspoor <post@school.test>' }

/** What a school says of terms. */
export const school = { answerWithinSchoolDays: 2, protocol: { id: 'aeres-vmbo', version: '1.1' } }

export function startMailProcess(options: MailProcess): ChildProcess {
  const { DATABASE_URL: _, ...env } = process.env
  return spawn(process.execPath, [fileURLToPath(import.meta.url), JSON.stringify(options)], { stdio: 'inherit', env })
}

/** @returns the code it ended with; null when it was killed. */
export async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  return child.exitCode
}

async function run({ databaseUrl, dataDir, smtp, aheadMinutes }: MailProcess): Promise<void> {
  const { db, close } = await openDatabase({ databaseUrl, dataDir })
  const now = () => new Date(Date.now() + aheadMinutes * 60_000)
  const clock = { now, today: () => dayInTheNetherlands(now()) }
  await doMail({ db, clock, log: consoleLog, house, send: makeMailer(smtp), school })
  await close()
}

if (import.meta.main) await run(JSON.parse(process.argv[2] ?? '') as MailProcess)
