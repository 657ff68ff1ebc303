import { fill } from '../../text/fill.ts'
import type { AttachmentList } from '../shared/attachment-list.svelte.ts'
import type { ConversationText } from './text.ts'

/** What the reporter has to do about the files before the message can go; undefined when waiting is enough. */
export function unreadyFile(list: AttachmentList, text: ConversationText['attachments']): string | undefined {
  const file = list.files.find(({ step }) => step === 'asks' || step === 'failed')
  if (!file) return undefined
  const anew = file.trouble === 'gone' ? text.needsAnew : text.needsRetry
  return fill(file.step === 'asks' ? text.needsChoice : anew, { name: list.nameOf(file) })
}
