import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import law from '../../text/nl/team-law.ts'
import letterWords from '../../text/nl/team-letter-words.ts'
import letters from '../../text/nl/team-letters.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import { systemClock } from '../team/idle-watch.ts'
import { StaffSession } from '../team/staff-session.svelte.ts'
import LettersPage from './LettersPage.svelte'

const root = document.getElementById('letters')
if (root) {
  const { portalName = '' } = root.dataset
  root.replaceChildren()
  const text = { team, signIn, letters, letterWords, law }
  mount(LettersPage, { target: root, props: { session: new StaffSession(systemClock), portalName, text } })
}
