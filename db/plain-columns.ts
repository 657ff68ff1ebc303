import { accountsColumns } from './plain/accounts.ts'
import { dossiersColumns } from './plain/dossiers.ts'
import { lettersColumns } from './plain/letters.ts'
import { numbersColumns } from './plain/numbers.ts'
import { reportsColumns } from './plain/reports.ts'
import { retentionColumns } from './plain/retention.ts'
import { schoolColumns } from './plain/school.ts'
import { staffColumns } from './plain/staff.ts'
import { yearPlanColumns } from './plain/year-plans.ts'

/** By table and column, one sentence each. */
export type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>

/**
 * Every column that is not an age file, and why it may be read by whoever has the database. A test holds this list
 * against the database: a new column fails until somebody argues for it here. `node db/plain-columns.ts` prints it as
 * the page docs/plain-text.md.
 *
 * Columns of type bytea are not in it: tests open every value and accept nothing but age files.
 */
export const plainColumns: Reasons = {
  ...schoolColumns,
  ...accountsColumns,
  ...staffColumns,
  ...reportsColumns,
  ...dossiersColumns,
  ...retentionColumns,
  ...yearPlanColumns,
  ...lettersColumns,
  ...numbersColumns,
}

export function plainColumnsPage(): string {
  const tables = Object.entries(plainColumns).map(
    ([table, columns]) =>
      `## ${table}\n\n| Column | Why it is not encrypted |\n| --- | --- |\n${Object.entries(columns)
        .map(([column, reason]) => `| ${column} | ${reason} |`)
        .join('\n')}\n`,
  )
  return `# What the database holds in plain text\n\n${introduction}\n\n${tables.join('\n')}`
}

const introduction = [
  'Whoever copies the database can read the columns below, and nothing else: every other column is an age file, sealed in a browser.',
  'This page is made from `db/plain/` by `npx -c "node db/plain-columns.ts" > docs/plain-text.md`; tests hold it against the database.',
].join('\n')

if (import.meta.main) process.stdout.write(plainColumnsPage())
