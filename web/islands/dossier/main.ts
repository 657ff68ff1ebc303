import { mount } from 'svelte'
import dutyReplies from '../../text/nl/duty-replies.ts'
import dutyRepliesParent from '../../text/nl/duty-replies-parent.ts'
import team from '../../text/nl/team.ts'
import dossiers from '../../text/nl/team-dossiers.ts'
import duties from '../../text/nl/team-duties.ts'
import pseudonyms from '../../text/nl/team-pseudonyms.ts'
import report from '../../text/nl/team-report.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import Dossiers from './Dossiers.svelte'

const root = document.getElementById('dossiers')
if (root) {
  const { portalName = '', schoolName = '' } = root.dataset
  root.replaceChildren()
  mount(Dossiers, {
    target: root,
    props: {
      session: new StaffSession(systemClock),
      portalName,
      schoolName,
      text: { team, signIn, dossiers, report, pseudonyms, duties, dutyReplies, dutyRepliesParent },
    },
  })
}
