import { fill } from '../../text/fill.ts'
import type { AttachmentList } from '../shared/attachment-list.svelte.ts'
import type { ConversationText } from './text.ts'

/** What has to be done about the files before the message can go, or undefined when all are ready. */
export function unreadyFile(list: AttachmentList, text: ConversationText['attachments']): string | undefined {
  const file = list.unready
  if (!file) return undefined
  const name = list.nameOf(file)
  if (file.step === 'asks') return fill(text.needsChoice, { name })
  return file.step === 'failed' ? fill(text.needsRetry, { name }) : text.stillBusy
}
