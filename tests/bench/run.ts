import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { demonstrationPassword } from '../../db/demo/people.ts'
import { connectPostgres } from '../../db/postgres.ts'
import { build } from '../../web/build.ts'
import { databaseAddress, startPostgres } from '../support/postgres.ts'
import { measureInbox } from './inbox.ts'
import { quantile } from './load.ts'
import { startMeasured } from './measured-server.ts'
import { pageSizes } from './page-sizes.ts'
import { readyReports, reportersAtOnce, type Storing, storeAll, storeBare } from './reports.ts'

/** `npm run bench`: prints, never judges. Ratios hold within one run; single times vary with the machine. */
const startFile = fileURLToPath(new URL('../../api/start.ts', import.meta.url))
const bareFile = fileURLToPath(new URL('./bare-server.ts', import.meta.url))
const pages = ['', 'melden', 'mijn-melding', 'wie-helpt', 'veilig', 'privacy', 'team']
const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10)
const milliseconds = (time: number) => `${time.toFixed(0)} ms`.padStart(9)

const folder = await mkdtemp(join(tmpdir(), 'vijfspoor-bench-'))
const postgres = await startPostgres()
try {
  const dist = join(folder, 'dist')
  await build(dist)
  await printSizes(dist)
  await printStartUp(dist)
  await printReports(dist)
} finally {
  await postgres.stop()
  await rm(folder, { recursive: true, force: true })
}

async function printSizes(dist: string) {
  console.log('\nBytes a page, gzip        html       css   scripts before and after the first question')
  for (const { page, html, css, scriptBefore, scriptAfter } of await pageSizes(dist, pages)) {
    console.log(`  /${page.padEnd(16)}${[html, css, scriptBefore, scriptAfter].map(kilobytes).join('')}`)
  }
}

async function printStartUp(dist: string) {
  console.log('\nStart-up, embedded database')
  const env = { DATA_DIR: join(folder, 'data'), DIST_DIR: dist, DATABASE_URL: '' }
  for (const which of ['first, with the demonstration school', 'second', 'third']) {
    const server = await startMeasured(startFile, env)
    console.log(`  ${which.padEnd(38)}${milliseconds(server.startMilliseconds)}`)
    await server.stop()
  }
}

async function printReports(dist: string) {
  const administration = await connectPostgres(postgres.url)
  await administration.db.execute('create database bench')
  await administration.close()
  const databaseUrl = databaseAddress(postgres.url, 'bench')
  const env = { DATABASE_URL: databaseUrl, DEMO: '1', DIST_DIR: dist, DATA_DIR: join(folder, 'unused') }
  const [server, bare] = [await startMeasured(startFile, env), await startMeasured(bareFile, env)]
  const { db, close } = await connectPostgres(databaseUrl)
  try {
    console.log(
      `\nStoring sealed reports, PostgreSQL ${postgres.version}, 8 at once; bare is Hono with one insert of the same bytes`,
    )
    const ready = await readyReports(server.url, db, 'almere', 1_000)
    await storeBare(bare, ready.slice(0, 50), 8)
    const measured = await storeAll(server, ready, 8)
    const least = await storeBare(bare, ready, 8)
    printStoring('Vijfspoor', measured)
    printStoring('bare', least)
    console.log(`  ratio: ${(least.seconds / measured.seconds).toFixed(2)} of the reports per second of bare`)

    console.log('\nReporters at the same moment, with their proof of work')
    const sites = ['ede', 'nijkerk', 'velp', 'sneek', 'lelystad', 'heerenveen', 'leeuwarden', 'emmeloord', 'buitenpost']
    for (const [count, where] of [
      [30, ['maartensdijk']],
      [300, sites],
    ] as const) {
      const { seconds, errors, milliseconds: times } = await reportersAtOnce(server.url, where, count)
      const spread = `half within ${milliseconds(quantile(times, 0.5))}, 95 % within ${milliseconds(quantile(times, 0.95))}`
      console.log(
        `  ${String(count).padStart(4)} at ${where.length} site(s): ${seconds.toFixed(1)} s, ${errors} errors, ${spread}`,
      )
    }

    const { salt } = (await (await fetch(`${server.url}/api/instance`)).json()) as { salt: string }
    const inbox = await measureInbox(
      server.url,
      salt,
      'vertrouwenspersoon.almere@demo.vijfspoor.nl',
      demonstrationPassword,
    )
    console.log(`\nStaff inbox of ${inbox.reports} reports in ${inbox.pages} pages`)
    console.log(`  first page ${milliseconds(inbox.firstPageMilliseconds)} ${kilobytes(inbox.firstPageBytes)}`)
    console.log(`  all        ${milliseconds(inbox.allMilliseconds)} ${kilobytes(inbox.allBytes)}`)
  } finally {
    await close()
    await Promise.all([server.stop(), bare.stop()])
  }
}

function printStoring(name: string, { seconds, errors, milliseconds: times, processorMilliseconds }: Storing) {
  const rate = `${(times.length / seconds).toFixed(0)} reports/s`.padStart(16)
  const processor = `${processorMilliseconds.toFixed(2)} ms processor each`
  console.log(
    `  ${name.padEnd(12)}${rate}, ${processor}, 95 % within ${milliseconds(quantile(times, 0.95))}, ${errors} errors`,
  )
}
