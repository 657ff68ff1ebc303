import { mount, unmount } from 'svelte'
import attachments from '../../text/nl/attachments.ts'
import codeCard from '../../text/nl/code-card.ts'
import conversation from '../../text/nl/conversation.ts'
import saving from '../../text/nl/export.ts'
import answers from '../../text/nl/report-answers.ts'
import Conversation from './Conversation.svelte'
import { ReporterSession } from './session.svelte.ts'

const root = document.getElementById('conversation')
if (root) {
  const { portalName = '', schoolName = '' } = root.dataset
  const session = new ReporterSession()
  root.replaceChildren()
  const text = { conversation, attachments, codeCard, saving, answers }
  const island = mount(Conversation, { target: root, props: { session, text, portalName, schoolName } })

  const forget = () => {
    session.wipe()
    void unmount(island)
  }
  document.addEventListener('vijfspoor:exit', forget, { once: true })
  // Also without the exit button: the back/forward cache keeps a page as it was, and quick-exit.ts then loads it anew.
  addEventListener('pagehide', forget, { once: true })
}
