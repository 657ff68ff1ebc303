import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { typeChecks } from '../check.ts'
import { type Ended, runCommand } from './command.ts'
import { add, nothing, type Tally, tallyPlaywright, tallyVitest } from './tally.ts'

export type Place = Readonly<{
  /** Folder for the reports of this run. */
  folder: string
  /** Address of the PostgreSQL that the run started. */
  postgresUrl: string
}>

export type Stage = Readonly<{
  name: string
  /** How much of two processors it keeps busy. */
  processors: 1 | 2
  /** Stages that have to end first. */
  after: readonly string[]
  run(place: Place): Promise<Tally>
}>

/**
 * In the order in which they start, as processors come free: the longest first, so that what is left at the end is
 * short and no processor waits long for the browsers. Only these are worth both. The minutes are there to end what
 * hangs: a machine three times as slow as usual still stays under them.
 */
export const stages: readonly Stage[] = [
  { name: 'build', processors: 1, after: [], run: () => one('build', ['node', 'web/build.ts'], 10) },
  { name: 'kill', processors: 1, after: [], run: (place) => vitest('kill', place, 60) },
  { name: 'postgres', processors: 1, after: [], run: (place) => vitest('postgres', place, 45) },
  { name: 'pglite', processors: 1, after: [], run: (place) => vitest('pglite', place, 45) },
  { name: 'durability', processors: 1, after: ['build'], run: (place) => vitest('durability', place, 40) },
  { name: 'types', processors: 1, after: [], run: runTypes },
  { name: 'unit', processors: 1, after: [], run: (place) => vitest('unit', place, 30) },
  { name: 'lint', processors: 1, after: [], run: runLint },
  { name: 'journeys', processors: 2, after: ['build'], run: (place) => playwright(place, 60) },
]

async function runTypes(): Promise<Tally> {
  let tally = nothing
  for (const [name, command] of Object.entries(typeChecks)) tally = add(tally, await one(`types: ${name}`, command, 15))
  return tally
}

async function runLint(): Promise<Tally> {
  const lint = ['biome', 'check', '--formatter-enabled=false', '--error-on-warnings', '.'] as const
  const format = ['biome', 'format', '--error-on-warnings', '.'] as const
  return add(await one('lint', lint, 8), await one('format', format, 8))
}

/** A command that proves one thing. */
async function one(name: string, command: readonly [string, ...string[]], minutes: number): Promise<Tally> {
  const ended = await runCommand(name.replace('types: ', ''), command, { minutes })
  return ended.code === 0 ? { passed: 1, failed: [] } : { passed: 0, failed: [`${name} (${how(ended)})`] }
}

async function vitest(project: string, { folder, postgresUrl }: Place, minutes: number): Promise<Tally> {
  const report = join(folder, `${project}.json`)
  // Another stage has the other processor.
  const command = ['vitest', 'run', '-c', 'tests/vitest.config.ts', '--maxWorkers=1', '--project', project] as const
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`, '--silent=passed-only']
  const env = { TEST_POSTGRES_URL: postgresUrl }
  const ended = await runCommand(project, [...command, ...reporters], { minutes, env })
  return tallyReport(project, report, ended, tallyVitest)
}

async function playwright({ folder, postgresUrl }: Place, minutes: number): Promise<Tally> {
  const report = join(folder, 'journeys.json')
  const command = ['playwright', 'test', '-c', 'tests/playwright.config.ts', '--reporter=list,json'] as const
  const env = { TEST_POSTGRES_URL: postgresUrl, PLAYWRIGHT_JSON_OUTPUT_NAME: report }
  const ended = await runCommand('journeys', command, { minutes, env })
  return tallyReport('journeys', report, ended, tallyPlaywright)
}

/** The report and the exit code have to agree: neither alone is trusted. */
export function tallyReport<Report>(name: string, file: string, ended: Ended, tally: (report: Report) => Tally): Tally {
  const read = () => tally(JSON.parse(readFileSync(file, 'utf8')))
  let found: Tally
  try {
    found = read()
  } catch (error) {
    return { passed: 0, failed: [`${name}: no report (${how(ended)}; ${String(error)})`] }
  }
  if (found.passed + found.failed.length === 0) return { passed: 0, failed: [`${name}: not one test ran`] }
  if (ended.code !== 0 && found.failed.length === 0)
    return add(found, { passed: 0, failed: [`${name}: ${how(ended)}`] })
  return found
}

const how = ({ code, timedOut }: Ended) => (timedOut ? 'took too long and was stopped' : `ended with code ${code}`)
