import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import invite from '../../text/nl/team-invite.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import InvitePage from './InvitePage.svelte'

const root = document.getElementById('invite')
if (root) {
  const { portalName = '', schoolName = '' } = root.dataset
  root.replaceChildren()
  const school = { portalName, schoolName }
  mount(InvitePage, {
    target: root,
    props: { session: new StaffSession(systemClock), school, text: { team, signIn, invite } },
  })
}
