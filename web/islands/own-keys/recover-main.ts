import { mount } from 'svelte'
import team from '../../text/nl/team.ts'
import ownKeys from '../../text/nl/team-own-keys.ts'
import sheet from '../../text/nl/team-sheet.ts'
import Recover from './Recover.svelte'
import { Recovery } from './recovery.svelte.ts'

const root = document.getElementById('recover')
if (root) {
  const { portalName = '', schoolName = '' } = root.dataset
  root.replaceChildren()
  mount(Recover, {
    target: root,
    props: {
      recovery: new Recovery(),
      school: { portalName, schoolName },
      text: { ownKeys, sheet, trouble: team.trouble },
    },
  })
}
