import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import log from '../../text/nl/team-log.ts'
import pseudonyms from '../../text/nl/team-pseudonyms.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import Log from './Log.svelte'

const root = document.getElementById('log')
if (root) {
  const { portalName = '' } = root.dataset
  root.replaceChildren()
  const text = { team, signIn, log, pseudonyms }
  mount(Log, { target: root, props: { session: new StaffSession(systemClock), portalName, text } })
}
