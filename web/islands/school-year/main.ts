import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import administration from '../../text/nl/team-administration.ts'
import year from '../../text/nl/team-school-year.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import SchoolYearPage from './SchoolYearPage.svelte'

const root = document.getElementById('school-year')
if (root) {
  const { portalName = '' } = root.dataset
  root.replaceChildren()
  const text = { team, signIn, administration, year }
  mount(SchoolYearPage, { target: root, props: { session: new StaffSession(systemClock), portalName, text } })
}
