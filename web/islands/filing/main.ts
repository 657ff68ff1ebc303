import { mount } from 'svelte'
import codeCard from '../../text/nl/code-card.ts'
import answers from '../../text/nl/report-answers.ts'
import team from '../../text/nl/team.ts'
import filing from '../../text/nl/team-filing.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import Filing from './Filing.svelte'

const root = document.getElementById('filing')
if (root) {
  const { portalName = '', schoolName = '' } = root.dataset
  root.replaceChildren()
  mount(Filing, {
    target: root,
    props: {
      session: new StaffSession(systemClock),
      school: { portalName, schoolName },
      text: { team, signIn, filing, answers, codeCard },
    },
  })
}
