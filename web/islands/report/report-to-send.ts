import type { Manifest, ReportAnswers, ReportBody } from '../../crypto/message.ts'
import { addressing, deputies } from '../../flow/addressing.ts'
import { type Answers, type FlowContext, nobody } from '../../flow/answers.ts'
import type { SiteReaders } from './site-readers.ts'
import type { ReportToSend } from './submission.ts'

/** The answers as they are sealed, and whom they are sealed to. */
export function reportToSend(
  answers: Answers,
  context: FlowContext,
  { site, siteKey, certified }: SiteReaders,
  manifests: readonly Manifest[],
): ReportToSend {
  const { functions, persons } = addressing(answers, context)
  const toReader = (holder: string) => {
    const read = certified.get(holder)
    // Only checked certificates are in the map; nobody else can have been chosen.
    if (!read) throw new Error(`no certificate of ${holder}`)
    return { holder, name: read.name, recipient: read.recipient }
  }
  const readers = [
    ...[...functions, ...persons.map((person) => person.holder)].map(toReader),
    ...deputies(answers, context).map(({ holder, standsInFor }) => ({
      ...toReader(holder),
      standsInFor: standsInFor.holder,
    })),
  ]
  return {
    site,
    siteKey,
    isUrgent: answers.goingRound === 'yes',
    body: bodyOf(answers, manifests),
    readers,
    attachments: manifests.map(({ id, sha256 }) => ({ id, chunks: sha256.length })),
  }
}

function bodyOf(answers: Answers, attachments: readonly Manifest[]): ReportBody {
  const name = nameOf(answers)
  const leftOut = (answers.excluded ?? []).filter((holder) => holder !== nobody)
  return {
    answers: codesOf(answers),
    story: answers.story?.trim() ?? '',
    attachments,
    ...(name && { name }),
    ...(leftOut.length > 0 && { leftOut }),
  }
}

function codesOf(answers: Answers): ReportAnswers {
  const { reporterKind, forWhom, forms, goingRound, places, howLong, howOften } = answers
  if (!reporterKind || !forWhom || !forms || !places || !howLong || !howOften) throw new Error('answers are missing')
  return { reporterKind, forWhom, forms, places, howLong, howOften, ...(goingRound && { goingRound }) }
}

/** Nothing of who somebody is, unless they chose so: also not what they typed before they changed their mind. */
function nameOf({ named, name = '', classGroup, reach }: Answers): ReportBody['name'] {
  if (named !== 'named') return undefined
  return {
    name: name.trim(),
    ...(classGroup?.trim() && { classGroup: classGroup.trim() }),
    ...(reach?.trim() && { reach: reach.trim() }),
  }
}
