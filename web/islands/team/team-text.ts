import type { DutyWords } from '../../flow/duty-signs.ts'
import type attachments from '../../text/nl/attachments.ts'
import type exportText from '../../text/nl/export.ts'
import type answers from '../../text/nl/report-answers.ts'
import type team from '../../text/nl/team.ts'
import type inbox from '../../text/nl/team-inbox.ts'
import type pseudonyms from '../../text/nl/team-pseudonyms.ts'
import type report from '../../text/nl/team-report.ts'
import type signIn from '../../text/nl/team-sign-in.ts'
import type tasks from '../../text/nl/team-tasks.ts'
import type { Words } from '../../text/words.ts'
import type { DutiesText } from '../duties/duties-text.ts'

/** Every word of the staff area; the entry file chooses the language. */
export type TeamText = DutiesText &
  Readonly<{
    dutyWords: DutyWords
    team: Words<typeof team>
    signIn: Words<typeof signIn>
    tasks: Words<typeof tasks>
    inbox: Words<typeof inbox>
    report: Words<typeof report>
    pseudonyms: Words<typeof pseudonyms>
    answers: Words<typeof answers>
    attachments: Words<typeof attachments>
    export: Words<typeof exportText>
  }>
