import { mount, unmount } from 'svelte'
import type { Facts } from './facts.ts'
import { ReportForm } from './form.svelte.ts'
import ReportPage from './ReportPage.svelte'
import type { ReportText } from './wording.ts'

const root = document.getElementById('report-form')
const given = root?.querySelector('template')?.content.textContent
if (root && given) {
  const { portalName = '', mentorLabel = '' } = root.dataset
  // The words come with the page, in its language: a catalogue that is JavaScript would hold up the first question.
  const { text, phones }: { text: ReportText; phones: Facts['phones'] } = JSON.parse(given)
  const askParentText = () => import('../../text/nl/report-parent.ts').then((loaded) => loaded.default)
  const form = new ReportForm(text, askParentText, { portal: portalName, mentor: mentorLabel, phones })
  root.replaceChildren()
  const island = mount(ReportPage, { target: root, props: { form } })
  void form.load()

  const forget = () => {
    form.wipe()
    void unmount(island)
  }
  document.addEventListener('vijfspoor:exit', forget, { once: true })
  // Also without the exit button: the back/forward cache keeps a page as it was, and quick-exit.ts then loads it anew.
  addEventListener('pagehide', forget, { once: true })
}
