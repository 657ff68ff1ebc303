import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import page from '../../text/nl/team-who-helps.ts'
import whoHelps from '../../text/nl/who-helps.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import FunctionPages from './FunctionPages.svelte'

const root = document.getElementById('function-page')
if (root) {
  const { portalName = '', schoolName = '' } = root.dataset
  root.replaceChildren()
  mount(FunctionPages, {
    target: root,
    props: {
      session: new StaffSession(systemClock),
      school: { portalName, schoolName },
      text: { team, signIn, page, shown: whoHelps.site },
    },
  })
}
