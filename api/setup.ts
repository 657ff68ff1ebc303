import { randomFillSync } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { openDatabase } from '../db/connect.ts'
import { listDemonstrationAccounts } from '../db/demo/access.ts'
import { fillSchool } from '../db/fill-school.ts'
import { migrate } from '../db/migrate.ts'
import { readSchoolConfig } from '../db/school-config.ts'
import { systemClock } from './http/clock.ts'
import { readSettings, type Settings } from './settings.ts'
import { explain } from './starting/explain.ts'
import { type FirstAdministrator, type Setup, setUpAdministrator } from './stores/first-administrator.ts'
import { transact } from './stores/transact.ts'

/** `npm run setup`: lets the first administrator of a school in, with a one-time link. */

const person = z.object({
  name: z.string().trim().min(1).max(100),
  email: z.string().trim().toLowerCase().pipe(z.email().max(254)),
})

const usage = 'Say who the first administrator is: npm run setup -- --name "Noor Jansen" --email noor@school.nl'

try {
  console.log(await setUp(readSettings(process.env), await askWho()))
} catch (error) {
  console.error(`Nothing was changed. ${error instanceof Error ? explain(error) : String(error)}`)
  process.exitCode = 1
}

async function askWho(): Promise<FirstAdministrator> {
  const options = { name: { type: 'string' }, email: { type: 'string' } } as const
  const { values } = parseArgs({ options, allowPositionals: false })
  if ((values.name === undefined || values.email === undefined) && !process.stdin.isTTY) throw new Error(usage)
  const given = person.safeParse({
    name: values.name ?? (await ask('Name of the first administrator: ')),
    email: values.email ?? (await ask('Their e-mail address at school: ')),
  })
  if (!given.success) throw new Error(usage)
  return given.data
}

async function ask(question: string): Promise<string> {
  const line = createInterface({ input: process.stdin, output: process.stdout })
  try {
    return await line.question(question)
  } finally {
    line.close()
  }
}

async function setUp(settings: Settings, who: FirstAdministrator): Promise<string> {
  const { DATABASE_URL: databaseUrl, DATA_DIR: dataDir, AUTH_SECRET: authSecret } = settings
  const school = readSchoolConfig(settings.SCHOOL_CONFIG)
  const database = await openDatabase({ databaseUrl, dataDir })
  try {
    const { db } = database
    await migrate(db)
    const [now, today] = [systemClock.now(), systemClock.today()]
    await fillSchool(db, { school, today, authSecret, random: (bytes) => randomFillSync(new Uint8Array(bytes)) })
    if ((await listDemonstrationAccounts(db)).size > 0) throw new Error(demonstration)
    const done = await transact(db, (tx) => setUpAdministrator(tx, who, { now, today }))
    return tell(done, who, settings)
  } finally {
    await database.close()
  }
}

const demonstration =
  'This database holds the demonstration school. Give the real one a database of its own: set DATABASE_URL, or DATA_DIR to a new folder.'

function tell(done: Setup, { name, email }: FirstAdministrator, { ORIGIN, HOST, PORT }: Settings): string {
  if (!done.ok) {
    throw new Error(
      `The school has somebody who can invite people: ${done.others.join(', ')}. They send you an invitation from /team/.`,
    )
  }
  const address = `${ORIGIN ?? `http://${HOST}:${PORT}`}/team/welkom/#${done.token}`
  return [
    '',
    `  ${name} (${email}) is the first administrator.${done.isAgain ? ' The link of before does not work any more.' : ''}`,
    '  Start the program, then open this link. It works once, within 14 days, and nobody else should see it:',
    '',
    `  ${address}`,
    '',
    ...(ORIGIN === undefined
      ? ['  Behind another address than this one? Set ORIGIN, and only the first part differs.', '']
      : []),
    '  Next: invite the director. The director makes the keys of each site and signs those of everybody else.',
    '',
  ].join('\n')
}
