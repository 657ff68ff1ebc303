import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { startPostgres } from './support/postgres.ts'
import { endAll } from './support/run/command.ts'
import { durationTable, type Ran } from './support/run/durations.ts'
import { machineLine, readTicks } from './support/run/machine.ts'
import { schedule } from './support/run/schedule.ts'
import { type Place, type Stage, stages } from './support/run/stages.ts'
import { add, nothing, type Tally, totalLine } from './support/run/tally.ts'
import { printVersions } from './support/run/versions.ts'

const processors = 2

/**
 * `npm test` proves everything; `node tests/run.ts unit journeys` only those stages. Each check counts as one test, a
 * skipped one as failed. The last line is the total.
 */
async function main(wanted: readonly string[]): Promise<Tally> {
  const unknown = wanted.filter((name) => !stages.some((stage) => stage.name === name))
  if (unknown.length > 0) {
    console.log(`There is no ${unknown.join(', ')}. The stages are ${stages.map(({ name }) => name).join(', ')}.`)
    return { passed: 0, failed: unknown }
  }
  const chosen = stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))
  const folder = makeFolder()
  const postgres = await startPostgres()
  const cleanUp = async () => {
    endAll()
    await postgres.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void cleanUp().finally(() => process.exit(1)))
  }
  try {
    await printVersions(postgres.version)
    const place: Place = { folder, postgresUrl: postgres.url }
    const begin = performance.now()
    const ticks = readTicks()
    const ran = await schedule(
      chosen.map((stage) => ({ ...stage, run: () => runStage(stage, place, begin) })),
      processors,
    )
    for (const line of durationTable(ran, processors)) console.log(line)
    const ticksNow = readTicks()
    if (ticks && ticksNow) console.log(machineLine(ticks, ticksNow, availableParallelism()))
    return ran.map(({ tally }) => tally).reduce(add, nothing)
  } finally {
    await cleanUp()
  }
}

/** Whatever any stage leaves behind lies in here, and goes with it. The PostgreSQL runs as somebody else: let it through. */
function makeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'vijfspoor-test-'))
  chmodSync(folder, 0o711)
  process.env['TMPDIR'] = folder
  return folder
}

async function runStage({ name, processors, run }: Stage, place: Place, begin: number): Promise<Ran> {
  const start = performance.now() - begin
  console.log(`== ${name} starts`)
  const tally = await run(place)
  const end = performance.now() - begin
  console.log(`== ${name}: ${totalLine(tally)} in ${Math.round((end - start) / 1000)} s`)
  return { name, processors, start, end, tally }
}

const total = await main(process.argv.slice(2))
for (const failure of total.failed) console.log(`FAILED ${failure}`)
console.log(totalLine(total))
process.exit(total.failed.length === 0 && total.passed > 0 ? 0 : 1)
