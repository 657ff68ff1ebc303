import { newReporter, type Reporter, type SubmissionInput, sealSubmission, submit, type Telling } from './reporter.ts'
import type { School } from './school.ts'
import { type SchoolApi, sendJson } from './school-api.ts'
import { uploadFile } from './upload.ts'

/** Somebody who told something at ede, without the work of a draft. */
export async function told(school: School, to: readonly string[], more: Partial<Telling> = {}): Promise<Reporter> {
  const reporter = await newReporter(school.api)
  await submit(reporter, { to, story: 'Het begin.', draft: await school.openDraft('ede'), ...more })
  return reporter
}

export const placeOf = ({ report }: Pick<Reporter, 'report'>) => ({ site: 'ede', report })

export type Ready = Readonly<{ reporter: Reporter; draft: string; input: SubmissionInput }>

/** Somebody with a sealed report in hand and a draft to send it under. */
export async function readyToSend(school: School, files: readonly Uint8Array[] = []): Promise<Ready> {
  const reporter = await newReporter(school.api)
  const draft = await school.openDraft('ede')
  const manifests = []
  for (const bytes of files) manifests.push(await uploadFile(reporter, draft, bytes))
  const input = await sealSubmission(reporter, { to: ['confidentialAdviser'], story: 'Dit is er.', manifests })
  return { reporter, draft, input }
}

/** Sends anything under a draft. */
export const sendUnder = (api: SchoolApi, draft: string, body: unknown) =>
  sendJson(api, 'POST', '/api/reports', body, { authorization: `Draft ${draft}` })
