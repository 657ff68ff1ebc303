import { mount } from 'svelte'
import attachments from '../../text/nl/attachments.ts'
import dutyReplies from '../../text/nl/duty-replies.ts'
import dutyRepliesParent from '../../text/nl/duty-replies-parent.ts'
import exportText from '../../text/nl/export.ts'
import answers from '../../text/nl/report-answers.ts'
import team from '../../text/nl/team.ts'
import duties from '../../text/nl/team-duties.ts'
import dutyWords from '../../text/nl/team-duty-words.ts'
import inbox from '../../text/nl/team-inbox.ts'
import pseudonyms from '../../text/nl/team-pseudonyms.ts'
import report from '../../text/nl/team-report.ts'
import signIn from '../../text/nl/team-sign-in.ts'
import tasks from '../../text/nl/team-tasks.ts'
import { systemClock } from './idle-watch.ts'
import { StaffSession } from './staff-session.svelte.ts'
import Team from './Team.svelte'

const root = document.getElementById('team')
if (root) {
  const { portalName = '', schoolName = '' } = root.dataset
  root.replaceChildren()
  mount(Team, {
    target: root,
    props: {
      session: new StaffSession(systemClock),
      school: { portalName, schoolName },
      text: {
        ...{ team, signIn, tasks, inbox, report, pseudonyms, answers, attachments, export: exportText },
        ...{ duties, dutyReplies, dutyRepliesParent, dutyWords },
      },
    },
  })
}
