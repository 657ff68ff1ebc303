import type { Author, Header } from '../../web/crypto/envelope.ts'
import { answer, type Colleague, openReport } from './colleague.ts'
import { openByCode, type Reporter } from './reporter.ts'
import { ordinaryDay, type School } from './school.ts'
import { placeOf, told } from './told.ts'
import { writeBack } from './writing.ts'

/** What is said in it, in order. */
export const honest = ['Het begin.', 'Vertel verder.', 'Het vervolg.', 'Dank je.']

/** 1 the report, 2 the colleague, 3 the reporter, 4 the colleague: told and read by honest people. */
export async function honestTalk(
  school: School,
  colleague: Colleague,
  files: readonly Uint8Array[] = [],
): Promise<Reporter> {
  const reporter = await told(school, ['confidentialAdviser'], { files })
  await answer(colleague, placeOf(reporter), { text: 'Vertel verder.', on: ordinaryDay })
  await writeBack(reporter, 'Het vervolg.')
  await answer(colleague, placeOf(reporter), { text: 'Dank je.', on: ordinaryDay })
  return reporter
}

export const headerOf = (reporter: Reporter, author: Author, number: number): Header => {
  const place = placeOf(reporter)
  return { v: 1, ...place, epoch: 1, number, author, purpose: 'message', on: ordinaryDay, seen: {} }
}

/** What reporter and colleague see when they come back. */
export async function whatTheySee(school: School, colleague: Colleague, reporter: Reporter) {
  const mine = (await openByCode(school.api, reporter.code)).conversation
  const theirs = (await openReport(colleague, placeOf(reporter))).conversation
  const texts = ({ entries }: typeof mine) =>
    entries.map(({ body }) => ('text' in body ? body.text : 'story' in body ? body.story : ''))
  return [mine, theirs].map((seen) => ({ texts: texts(seen), warnings: seen.warnings.map(({ kind }) => kind) }))
}
