import type { Duty } from '../../../api/domain/duty.ts'
import type duties from '../../text/nl/team-duties.ts'
import type { Words } from '../../text/words.ts'

/** The words of the cards, and what can be written to whoever told it. */
export type DutiesText = Readonly<{
  duties: Words<typeof duties>
  dutyReplies: Readonly<Record<Duty, string>>
  dutyRepliesParent: Readonly<Record<Duty, string>>
}>
