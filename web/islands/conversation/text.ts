import type attachments from '../../text/nl/attachments.ts'
import type codeCard from '../../text/nl/code-card.ts'
import type conversation from '../../text/nl/conversation.ts'
import type saving from '../../text/nl/export.ts'
import type answers from '../../text/nl/report-answers.ts'
import type { Words } from '../../text/words.ts'

/** The catalogues of this page; main.ts brings them in one language. */
export type ConversationText = Readonly<{
  conversation: Words<typeof conversation>
  attachments: Words<typeof attachments>
  codeCard: Words<typeof codeCard>
  saving: Words<typeof saving>
  answers: Words<typeof answers>
}>
