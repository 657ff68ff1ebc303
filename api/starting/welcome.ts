import { demonstrationCode, listDemonstrationAccounts } from '../../db/demo/access.ts'
import { demonstrationDomain, demonstrationPassword, demonstrationSites } from '../../db/demo/people.ts'
import { hasNoStaff } from '../../db/has-no-staff.ts'
import { staffKeys } from '../../db/schema/staff.ts'
import type { SchoolConfig } from '../../db/school-config.ts'
import { formatAccessCode } from '../../web/crypto/access-code.ts'
import type { RunningServer } from '../server.ts'
import type { Settings } from '../settings.ts'

/** What an administrator reads when the program has started. */
export async function welcome(server: RunningServer, settings: Settings, school: SchoolConfig): Promise<string> {
  return [
    '',
    `  ${school.portalName} for ${school.name}:  http://${settings.HOST}:${server.port}/`,
    '',
    ...aboutDatabase(server, settings),
    ...(await aboutStaff(server)),
    ...(await aboutDemonstration(server, school)),
  ].join('\n')
}

function aboutDatabase({ database }: RunningServer, { DATA_DIR }: Settings): string[] {
  if (database.kind === 'postgres') return ['  Database: PostgreSQL', '']
  return [
    `  Database: embedded (PGlite) in ${DATA_DIR}`,
    '  This is for trying the program out. A power cut can damage it: a school in earnest sets DATABASE_URL to a PostgreSQL.',
    '',
  ]
}

async function aboutStaff({ database }: RunningServer): Promise<string[]> {
  if ((await database.db.$count(staffKeys)) > 0) return []
  const first = database.kind === 'pglite' ? 'Stop this program, then run' : 'Run'
  const isBegun = !(await hasNoStaff(database.db))
  return [
    '  Nobody who works here has keys yet, so nobody can read a report and none is taken.',
    `  ${first}: npm run setup -- --name "Noor Jansen" --email noor@school.nl`,
    ...(isBegun ? ['  Was the one-time link lost? The same command makes another.'] : []),
    '',
  ]
}

async function aboutDemonstration({ database, instance }: RunningServer, school: SchoolConfig): Promise<string[]> {
  const accounts = await listDemonstrationAccounts(database.db)
  if (accounts.size === 0) return []
  const full = demonstrationSites(school.sites.map(({ id }) => id)).filter((site) => accounts.has(site))
  const others = [...accounts.keys()].filter((site) => !full.includes(site))
  return [
    `  Demonstration staff, at /team/, all with the password ${demonstrationPassword}:`,
    ...full.flatMap((site) =>
      (accounts.get(site) ?? []).map((address) => `    ${address}.${site}@${demonstrationDomain}`),
    ),
    ...(others.length > 0
      ? [`    and ${(accounts.get(others[0] ?? '') ?? []).join(', ')} at ${others.join(', ')}`]
      : []),
    '',
    `  Demonstration report, at /mijn-melding/, with the access code ${formatAccessCode(demonstrationCode(instance, 0))}`,
    '',
  ]
}
