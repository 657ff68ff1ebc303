import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import invite from '../../text/nl/team-invite.ts'
import keys from '../../text/nl/team-keys.ts'
import people from '../../text/nl/team-people.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import People from './People.svelte'

const root = document.getElementById('people')
if (root) {
  const { portalName = '', schoolName = '' } = root.dataset
  root.replaceChildren()
  mount(People, {
    target: root,
    props: {
      session: new StaffSession(systemClock),
      school: { portalName, schoolName },
      text: { team, signIn, keys, people, invite },
    },
  })
}
