import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import account from '../../text/nl/team-account.ts'
import ownKeys from '../../text/nl/team-own-keys.ts'
import sheet from '../../text/nl/team-sheet.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import OwnAccountPage from './OwnAccountPage.svelte'

const root = document.getElementById('own-account')
if (root) {
  const { portalName = '', schoolName = '' } = root.dataset
  root.replaceChildren()
  mount(OwnAccountPage, {
    target: root,
    props: {
      session: new StaffSession(systemClock),
      ...{ portalName, schoolName },
      text: { team, signIn, account },
      keyText: { ownKeys, sheet, trouble: team.trouble },
    },
  })
}
