import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import plan from '../../text/nl/team-year-plan.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import YearPlanPage from './YearPlanPage.svelte'

const root = document.getElementById('year-plan')
if (root) {
  const { portalName = '' } = root.dataset
  root.replaceChildren()
  const text = { team, signIn, plan }
  mount(YearPlanPage, { target: root, props: { session: new StaffSession(systemClock), portalName, text } })
}
