import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import ownKeys from '../../text/nl/team-own-keys.ts'
import sheet from '../../text/nl/team-sheet.ts'
import { Enrolment } from './enrolment.svelte.ts'
import { takeToken } from './take-token.ts'
import Welcome from './Welcome.svelte'

const root = document.getElementById('welcome')
if (root) {
  const { portalName = '', schoolName = '' } = root.dataset
  root.replaceChildren()
  mount(Welcome, {
    target: root,
    props: {
      enrolment: new Enrolment(takeToken()),
      school: { portalName, schoolName },
      text: { ownKeys, sheet, trouble: team.trouble },
    },
  })
}
