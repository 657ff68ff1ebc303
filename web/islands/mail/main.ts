import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import mail from '../../text/nl/team-mail.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import Mail from './Mail.svelte'

const root = document.getElementById('mail')
if (root) {
  const { portalName = '' } = root.dataset
  root.replaceChildren()
  const text = { team, signIn, mail }
  mount(Mail, { target: root, props: { session: new StaffSession(systemClock), portalName, text } })
}
