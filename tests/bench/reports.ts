import { randomBytes } from 'node:crypto'
import { hashOf } from '../../api/stores/hashes.ts'
import type { Database } from '../../db/connect.ts'
import { drafts } from '../../db/schema/index.ts'
import { newReporter, type SubmissionInput, sealSubmission, sendSubmission, submit } from '../support/reporter.ts'
import { apiAt } from '../support/school-api.ts'
import { type Load, load } from './load.ts'
import type { MeasuredServer } from './measured-server.ts'

export type ReadyReport = Readonly<{ draft: string; submission: SubmissionInput }>

const story = 'In de pauze pakken ze elke dag mijn tas af en gooien hem over het hek. De rest van de klas kijkt toe. '

/** Sealed reports with an open draft each, so that only storing them is measured. Drafts are put in without the work. */
export async function readyReports(url: string, db: Database, site: string, count: number): Promise<ReadyReport[]> {
  const ready: ReadyReport[] = []
  for (let made = 0; made < count; made += 1) {
    const reporter = await newReporter(apiAt(url), site)
    const submission = await sealSubmission(reporter, { to: ['confidentialAdviser'], story: story.repeat(4) })
    const token = randomBytes(32)
    await db.insert(drafts).values({ tokenHash: hashOf(token), siteId: site, openedOn: reporter.today })
    ready.push({ draft: token.toString('base64url'), submission })
  }
  return ready
}

export type Storing = Load & Readonly<{ processorMilliseconds: number }>

export async function storeAll(
  server: MeasuredServer,
  ready: readonly ReadyReport[],
  atOnce: number,
): Promise<Storing> {
  const api = apiAt(server.url)
  const jobs = ready.map(({ draft, submission }) => async () => {
    const answer = await sendSubmission(api, draft, submission)
    if (!answer.ok) throw new Error(answer.refusal)
  })
  const before = server.processorTime()
  const result = await load(jobs, atOnce)
  return { ...result, processorMilliseconds: (server.processorTime() - before) / ready.length }
}

/** The same bytes to the bare server. */
export async function storeBare(
  server: MeasuredServer,
  ready: readonly ReadyReport[],
  atOnce: number,
): Promise<Storing> {
  const jobs = ready.map(({ submission }) => async () => {
    const body = JSON.stringify(submission)
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(`${server.url}/api/reports`, { method: 'POST', headers, body })
    await response.text()
    if (!response.ok) throw new Error(String(response.status))
  })
  const before = server.processorTime()
  const result = await load(jobs, atOnce)
  return { ...result, processorMilliseconds: (server.processorTime() - before) / ready.length }
}

/** Whole reporters at the same moment: challenge, work, draft, report. Their work is done on this machine too. */
export async function reportersAtOnce(url: string, sites: readonly string[], count: number): Promise<Load> {
  const api = apiAt(url)
  const reporters = []
  for (let made = 0; made < count; made += 1) {
    reporters.push(await newReporter(api, sites[made % sites.length] ?? ''))
  }
  const jobs = reporters.map((reporter) => async () => {
    await submit(reporter, { to: ['confidentialAdviser'], story })
  })
  return load(jobs, count)
}
