import { mount, unmount } from 'svelte'
import { type HelpLine, helpLine } from '../../text/nl/help.ts'
import reportForm from '../../text/nl/report-form.ts'
import reportParent from '../../text/nl/report-parent.ts'
import type { Phone } from './facts.ts'
import { ReportForm } from './form.svelte.ts'
import ReportPage from './ReportPage.svelte'

const root = document.getElementById('report-form')
if (root) {
  const { portalName = '', mentorLabel = '' } = root.dataset
  const phones = {
    emergency: toPhone(helpLine('112')),
    inspector: toPhone(helpLine('vertrouwensinspecteur')),
    police: toPhone(helpLine('politie')),
    helpwanted: toPhone(helpLine('helpwanted')),
    children: toPhone(helpLine('kindertelefoon')),
  }
  const form = new ReportForm(reportForm, reportParent, { portal: portalName, mentor: mentorLabel, phones })
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

function toPhone({ phone, dial, hours }: HelpLine): Phone {
  return { phone: phone ?? '', dial: dial ?? '', hours: hours ?? '' }
}
