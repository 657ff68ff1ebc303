import type { LocalDate } from '../../api/domain/local-date.ts'
import type { Conversation } from './conversation.ts'
import { type Author, authorId, type Header } from './header.ts'
import type { ConversationPurpose } from './message.ts'

/** The header of the next thing that this author writes, in a conversation that was just read. */
export function nextHeader(
  conversation: Pick<Conversation, 'epoch' | 'seen' | 'nextNumber'>,
  by: Readonly<{ site: string; report: string; author: Author; purpose: ConversationPurpose; on: LocalDate }>,
): Header {
  const own = authorId(by.author)
  const seen = Object.fromEntries(Object.entries(conversation.seen).filter(([author]) => author !== own))
  return { v: 1, ...by, epoch: conversation.epoch, number: conversation.nextNumber(own), seen }
}
