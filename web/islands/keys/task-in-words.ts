import { fill } from '../../text/fill.ts'
import type team from '../../text/nl/team.ts'
import type tasks from '../../text/nl/team-tasks.ts'
import type { Words } from '../../text/words.ts'
import type { Task } from './tasks.ts'

export function taskInWords(
  task: Task,
  site: string,
  { team: { roles }, tasks: words }: Readonly<{ team: Words<typeof team>; tasks: Words<typeof tasks> }>,
): string {
  switch (task.kind) {
    case 'sign':
      return fill(task.count === 1 ? words.signOne : words.sign, { site, count: task.count })
    case 'makeKey':
    case 'nextKey':
      return fill(words[task.kind], { site, role: roles[task.role] })
    case 'letIn':
      return fill(words.letIn, { site, role: roles[task.role], name: task.name })
    default:
      return fill(words[task.kind], { site })
  }
}
