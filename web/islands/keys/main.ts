import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import keys from '../../text/nl/team-keys.ts'
import sheet from '../../text/nl/team-sheet.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import Keys from './Keys.svelte'

const root = document.getElementById('keys')
if (root) {
  const { portalName = '', schoolName = '' } = root.dataset
  root.replaceChildren()
  mount(Keys, {
    target: root,
    props: {
      session: new StaffSession(systemClock),
      school: { portalName, schoolName },
      text: { team, signIn, keys, sheet },
    },
  })
}
