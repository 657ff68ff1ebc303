import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { runCommand } from '../support/run/command.ts'
import { durationTable } from '../support/run/durations.ts'
import { machineLine, parseTicks } from '../support/run/machine.ts'
import { schedule, type Task } from '../support/run/schedule.ts'
import { tallyReport } from '../support/run/stages.ts'
import { tallyPlaywright, tallyVitest, totalLine } from '../support/run/tally.ts'

const folder = mkdtempSync(join(tmpdir(), 'vijfspoor-runner-'))
afterAll(() => rmSync(folder, { recursive: true }))

describe('the total of `npm test`', () => {
  const file = (status: string, ...tests: string[]) => ({
    name: 'a.test.ts',
    status,
    assertionResults: tests.map((state) => ({ status: state, fullName: 'it' })),
  })

  test.each([
    ['passed', 1, 0],
    ['failed', 0, 1],
    ['skipped', 0, 1],
    ['pending', 0, 1],
    ['todo', 0, 1],
  ])('a test of Vitest that is %s', (status, passed, failed) => {
    const tally = tallyVitest({ testResults: [file('passed', status)] })
    expect([tally.passed, tally.failed.length]).toEqual([passed, failed])
  })

  test('a file that cannot be loaded counts as failed', () => {
    expect(totalLine(tallyVitest({ testResults: [file('failed'), file('passed', 'passed')] }))).toBe(
      '1 passed, 1 failed',
    )
  })

  test.each([
    ['expected', '1 passed, 0 failed'],
    ['unexpected', '0 passed, 1 failed'],
    ['flaky', '0 passed, 1 failed'],
    ['skipped', '0 passed, 1 failed'],
  ])('a journey that is %s, in a suite in a suite', (status, line) => {
    const spec = { title: 'it', file: 'a.spec.ts', tests: [{ projectName: 'phone', status }] }
    const suites = [{ title: 'a', specs: [], suites: [{ title: 'b', specs: [spec] }] }]
    expect(totalLine(tallyPlaywright({ suites, errors: [] }))).toBe(line)
  })

  test('what failed says why, without colours and not endlessly', () => {
    const message = `\u001b[31mexpected 1\u001b[39m\nto be 2${'!'.repeat(1_000)}`
    const assertionResults = [{ status: 'failed', fullName: 'it', failureMessages: [message] }]
    const unit = tallyVitest({ testResults: [{ name: 'a.test.ts', status: 'failed', assertionResults }] })
    const results = [{ error: { message } }]
    const spec = { title: 'it', file: 'a.spec.ts', tests: [{ projectName: 'phone', status: 'unexpected', results }] }
    const journey = tallyPlaywright({ suites: [{ title: 'a', specs: [spec] }], errors: [] })
    for (const [line] of [unit.failed, journey.failed]) {
      expect(line).toContain('\n  expected 1\n  to be 2!!!')
      expect(line?.length).toBeLessThan(700)
    }
  })

  test('an error outside the journeys counts as failed', () => {
    expect(totalLine(tallyPlaywright({ suites: [], errors: [{ message: 'no build' }] }))).toBe('0 passed, 1 failed')
  })
})

test('a slow run says whether it worked, waited, or was given no processor', () => {
  const before = parseTicks('cpu  100 0 100 1000 0 0 0 0 0 0\ncpu0 1 2 3')
  const after = parseTicks('cpu  150 0 120 1010 10 0 0 10 0 0\ncpu0 1 2 3')
  expect(machineLine(before, after, 2)).toBe(
    '== 2 processors: 50% program, 20% system, 10% waiting for the disk, 10% given to others, 10% idle',
  )
})

describe('the report of a stage', () => {
  const one = {
    testResults: [{ name: 'a', status: 'passed', assertionResults: [{ status: 'passed', fullName: 'it' }] }],
  }
  const total = (report: string | null, code: number, timedOut = false) => {
    const path = join(folder, `${Math.abs(code)}-${String(report?.length)}.json`)
    if (report !== null) writeFileSync(path, report)
    return totalLine(tallyReport('unit', path, { code, timedOut }, tallyVitest))
  }

  test.each([
    ['that agrees with the exit code', JSON.stringify(one), 0, '1 passed, 0 failed'],
    ['of nothing but successes, and an exit code that says otherwise', JSON.stringify(one), 1, '1 passed, 1 failed'],
    ['that is not there', null, 0, '0 passed, 1 failed'],
    ['that is half written', '{"testResults":', 0, '0 passed, 1 failed'],
    ['without a single test', '{"testResults":[]}', 0, '0 passed, 1 failed'],
  ])('%s', (_, report, code, line) => {
    expect(total(report, code)).toBe(line)
  })
})

describe('the table of durations', () => {
  test('has the longest stage first, and what of the processors was not used', () => {
    const tally = { passed: 1, failed: ['it'] }
    const short = { name: 'short', processors: 1, start: 0, end: 2_000, tally }
    const long = { name: 'long', processors: 2, start: 2_000, end: 7_000, tally }
    expect(durationTable([short, long], 2).map((line) => line.split(/\s+/).slice(1).join(' '))).toEqual([
      'stage took from to',
      'long 5 s 2 s 7 s 1 passed, 1 failed',
      'short 2 s 0 s 2 s 1 passed, 1 failed',
      'all 7 s 0 s 7 s 2 s of a processor unused',
    ])
  })
})

describe('stages', () => {
  test('run side by side as far as processors go, and after those they need', async () => {
    const order: string[] = []
    const stage = (name: string, processors: number, after: string[] = []): Task<string> => ({
      name,
      processors,
      after,
      run: async () => {
        order.push(`${name} starts`)
        await new Promise((done) => setImmediate(done))
        order.push(`${name} ends`)
        return name
      },
    })
    const results = await schedule([stage('a', 1), stage('b', 2), stage('c', 1, ['a', 'not chosen'])], 2)
    expect(results).toEqual(['a', 'b', 'c'])
    expect(order).toEqual(['a starts', 'a ends', 'b starts', 'b ends', 'c starts', 'c ends'])
  })

  test('that wait for each other are an error, not a silence', async () => {
    const stage = (name: string, after: string): Task<null> => ({
      name,
      processors: 1,
      after: [after],
      run: async () => null,
    })
    await expect(schedule([stage('a', 'b'), stage('b', 'a')], 2)).rejects.toThrow('wait for each other')
  })

  test('that take too long are stopped, with all they started', async () => {
    const command = ['node', '-e', 'setInterval(() => {}, 1000)'] as const
    expect(await runCommand('slow', command, { minutes: 0.01 })).toMatchObject({ timedOut: true })
  })
})
