import { relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'

/** What a stage proved: how many checks passed, and the name of each that did not. */
export type Tally = Readonly<{ passed: number; failed: readonly string[] }>

export const nothing: Tally = { passed: 0, failed: [] }

export function add(one: Tally, other: Tally): Tally {
  return { passed: one.passed + other.passed, failed: [...one.failed, ...other.failed] }
}

/** The last line of `npm test`. */
export const totalLine = ({ passed, failed }: Tally): string => `${passed} passed, ${failed.length} failed`

type VitestResults = {
  testResults: {
    name: string
    status: string
    message?: string
    assertionResults: { status: string; fullName: string; failureMessages?: string[] }[]
  }[]
}

/** Counts Vitest's JSON report. Whatever is not `passed` failed: skipped, todo, and a file that could not be read. */
export function tallyVitest({ testResults }: VitestResults): Tally {
  return testResults.map(tallyFile).reduce(add, nothing)
}

function tallyFile({ name: file, status, message, assertionResults }: VitestResults['testResults'][number]): Tally {
  const name = relative('', file)
  const passed = assertionResults.filter((test) => test.status === 'passed').length
  const failed = assertionResults
    .filter((test) => test.status !== 'passed')
    .map((test) => `${name}: ${test.fullName} (${test.status})${because(test.failureMessages?.[0])}`)
  // A file can fail outside its tests: while it loads, or in what runs before and after them.
  const asWhole = status !== 'passed' && failed.length === 0 ? [`${name}: ${message || status}`] : []
  return { passed, failed: [...failed, ...asWhole] }
}

type PlaywrightSuite = {
  title: string
  specs: {
    title: string
    file: string
    tests: { projectName: string; status: string; results?: { error?: { message?: string } }[] }[]
  }[]
  suites?: PlaywrightSuite[]
}
type PlaywrightResults = { suites: PlaywrightSuite[]; errors: { message?: string }[] }

/** Counts Playwright's JSON report. Only `expected` passed: not skipped, and not what passed at a second try. */
export function tallyPlaywright({ suites, errors }: PlaywrightResults): Tally {
  const outside = errors.map(({ message }) => `journeys: ${message ?? 'an error outside the journeys'}`)
  return suites.map(tallySuite).reduce(add, { passed: 0, failed: outside })
}

function tallySuite({ specs, suites = [] }: PlaywrightSuite): Tally {
  const tests = specs.flatMap(({ title, file, tests }) =>
    tests.map(({ projectName, status, results }) => {
      const why = because(results?.find(({ error }) => error)?.error?.message)
      return { status, name: `${file}: ${title} (${projectName}, ${status})${why}` }
    }),
  )
  const failed = tests.filter(({ status }) => status !== 'expected').map(({ name }) => name)
  return suites.map(tallySuite).reduce(add, { passed: tests.length - failed.length, failed })
}

/** Of a long output often only the last lines are kept: these say enough to begin with. */
function because(message: string | undefined): string {
  if (!message) return ''
  return `\n  ${stripVTControlCharacters(message).slice(0, 600).replaceAll('\n', '\n  ')}`
}
