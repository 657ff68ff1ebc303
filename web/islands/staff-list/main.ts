import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import list from '../../text/nl/team-staff-list.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import StaffListPage from './StaffListPage.svelte'

const root = document.getElementById('staff-list')
if (root) {
  const { portalName = '' } = root.dataset
  root.replaceChildren()
  const text = { team, signIn, list }
  mount(StaffListPage, { target: root, props: { session: new StaffSession(systemClock), portalName, text } })
}
