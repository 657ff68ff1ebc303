import { createHash } from 'node:crypto'
import type { Database } from '../../db/connect.ts'
import { keyTasks } from '../domain/key-tasks.ts'
import type { LocalDate } from '../domain/local-date.ts'
import { queueMail } from './mails.ts'
import { loadRoster } from './site-roster.ts'

/**
 * One mail for everybody who has something to do with keys, and no other until that is something else.
 *
 * @returns the accounts that get one now.
 */
export async function queueTaskMails(
  tx: Database,
  sites: Iterable<string>,
  { day, dueAt }: Readonly<{ day: LocalDate; dueAt: Date }>,
): Promise<readonly string[]> {
  const tasksByAccount = new Map<string, string[]>()
  for (const site of sites) {
    const roster = await loadRoster(tx, site, day)
    const accountOf = new Map(roster.people.map(({ holder, account }) => [holder, account]))
    for (const { holder, task } of keyTasks(roster)) {
      const account = accountOf.get(holder) ?? ''
      tasksByAccount.set(account, [...(tasksByAccount.get(account) ?? []), `${site} ${task}`])
    }
  }
  const told: string[] = []
  for (const [account, tasks] of tasksByAccount) {
    const all = createHash('sha256').update(tasks.toSorted().join('\n')).digest('hex')
    const isNew = await queueMail(tx, { kind: 'task', account, occasion: `task:${account}:${all}`, dueAt })
    if (isNew) told.push(account)
  }
  return told
}
