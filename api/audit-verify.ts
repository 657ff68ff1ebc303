import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openDatabase } from '../db/connect.ts'
import { wholeSchool } from './domain/audit.ts'
import { readSettings } from './settings.ts'
import { type ChainCheck, checkChain, hasHash, listChains } from './stores/audit-check.ts'

const usage = `npm run audit:verify -- [--expect <site>=<head>] …

Does every sum of the log again, site by site, and prints the head of each chain. Write the heads down outside this
computer: rows that are cut off at the end can only be missed against a head that somebody kept. --expect says such a
head; it may be used more than once. The site "${wholeSchool}" is the school as a whole.`

/** A head that was written down earlier. */
type Kept = Readonly<{ site: string; head: string }>

function readArguments(): readonly Kept[] {
  const { values } = parseArgs({ options: { expect: { type: 'string', multiple: true }, help: { type: 'boolean' } } })
  if (values.help) {
    console.log(usage)
    process.exit(0)
  }
  return (values.expect ?? []).map((given) => {
    const [site = '', head = '', ...more] = given.split('=')
    if (site === '' || !/^[0-9a-f]{64}$/.test(head) || more.length > 0)
      throw new Error(`--expect ${given}: write <site>=<head>, a head has 64 digits.`)
    return { site, head }
  })
}

function report({ site, rows, head, firstWrong }: ChainCheck): string {
  const name = site === wholeSchool ? 'the whole school' : site
  return firstWrong === null
    ? `${name}: ${rows} rows, whole. Head: ${site}=${head}`
    : `${name}: row ${firstWrong} does not fit on the ${rows} before it. Somebody changed, removed or added rows here.`
}

async function verify(): Promise<boolean> {
  const kept = readArguments()
  const { DATABASE_URL, DATA_DIR } = readSettings(process.env)
  if (DATABASE_URL === undefined && !existsSync(join(DATA_DIR, 'pglite')))
    throw new Error(`There is no database in ${DATA_DIR}: set DATA_DIR or DATABASE_URL.`)
  const { db, close } = await openDatabase({ databaseUrl: DATABASE_URL, dataDir: DATA_DIR })
  try {
    let isWhole = true
    const chains = await listChains(db)
    if (chains.length === 0) console.log('There are no rows yet.')
    for (const site of chains) {
      const check = await checkChain(db, site)
      isWhole &&= check.firstWrong === null
      console.log(report(check))
    }
    for (const { site, head } of kept) {
      if (await hasHash(db, site, head)) continue
      isWhole = false
      console.log(
        `${site}: the head ${head} that was written down is not in this chain. Its end was cut off or replaced.`,
      )
    }
    return isWhole
  } finally {
    await close()
  }
}

try {
  const isWhole = await verify()
  console.log(isWhole ? 'The log is whole.' : 'The log is NOT whole.')
  process.exitCode = isWhole ? 0 : 1
} catch (error) {
  console.error(`The log was not verified. ${error instanceof Error ? error.message : String(error)}`)
  process.exitCode = 2
}
