import { PGlite } from '@electric-sql/pglite'
import { chromiumPath, chromiumVersion } from '../chromium.ts'

/** What the proofs of this run hold for. */
export async function printVersions(postgresVersion: string): Promise<void> {
  const client = await PGlite.create()
  const { rows } = await client.query<{ version: string }>('select version()')
  await client.close()
  console.log(`Node ${process.version} on ${process.platform} ${process.arch}`)
  console.log(`PGlite: ${rows[0]?.version.split(' on ')[0]}`)
  console.log(`PostgreSQL: ${postgresVersion}`)
  console.log(`Browser: ${chromiumVersion(chromiumPath())}`)
}
