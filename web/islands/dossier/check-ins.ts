import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { OpenStep } from '../../../api/domain/protocol/open-steps.ts'
import type { Entry } from '../../crypto/conversation.ts'
import { blank, type EntryDraft } from '../../crypto/dossier-write.ts'
import type { ReportAnswers } from '../../crypto/message.ts'

/** What a reporter let know of how it goes, through the access code. */
export type CheckIn = Readonly<{ id: string; on: LocalDate; going: 'well' | 'notWell'; text: string }>

/** The newest first: how it is now matters most. */
export const checkInsOf = (entries: readonly Entry[]): readonly CheckIn[] =>
  entries
    .flatMap((entry): CheckIn[] => {
      if (entry.purpose !== 'checkIn' || !entry.isFromReporter) return []
      const { going, text } = entry.body
      return [{ id: entry.id, on: entry.header.on, going, text }]
    })
    .reverse()

/** Only a student who told about themselves can answer for the student whom it happens to. */
export const isTheStudent = ({ reporterKind, forWhom }: Pick<ReportAnswers, 'reporterKind' | 'forWhom'>): boolean =>
  reporterKind === 'student' && forWhom === 'self'

/** The step that this answer settles, of those that this person has to do: one that waited for it when it was given. */
export const settledBy = ({ on }: CheckIn, mine: readonly OpenStep[], about: string | null): OpenStep | undefined =>
  mine.find(
    ({ step, record, since }) =>
      step.reporterAnswers === true && record !== null && record === about && since.day <= on,
  )

/**
 * The entry that keeps an answer: the step that asks how it goes, where one waits, else a note. Its id is that of the
 * answer, so that it is kept once, whoever does it and however often.
 *
 * @param about the record of the student who answered; null when it was somebody else.
 */
export function checkInDraft(checkIn: CheckIn, mine: readonly OpenStep[], about: string | null): EntryDraft {
  const at = { ...blank, id: checkIn.id, happenedOn: checkIn.on, record: about }
  const open = settledBy(checkIn, mine, about)
  return open ? { ...at, kind: 'step-done', code: open.step.key } : { ...at, kind: 'note' }
}
