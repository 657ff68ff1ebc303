import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import numbers from '../../text/nl/team-numbers.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import NumbersPage from './NumbersPage.svelte'

const root = document.getElementById('numbers')
if (root) {
  const { portalName = '' } = root.dataset
  root.replaceChildren()
  const text = { team, signIn, numbers }
  mount(NumbersPage, { target: root, props: { session: new StaffSession(systemClock), portalName, text } })
}
