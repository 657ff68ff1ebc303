import { theProgram } from '../../../api/domain/audit.ts'
import { localDate } from '../../../api/domain/local-date.ts'
import { fill } from '../../text/fill.ts'
import { dayInFull } from '../shared/day.ts'
import { capital, pseudonym } from '../team/pseudonym.ts'
import type { LogRow } from './log-api.ts'
import type { LogText } from './log-text.ts'

/** What happened, in one sentence of the catalogue. A report has the name that colleagues know it by. */
export function sentenceOf(row: LogRow, text: LogText): string {
  const { who, what } = { who: doer(row, text), what: subjectInWords(row, text) }
  const [template, detail] = templateOf(row, text)
  return capital(fill(template, { who, what, detail }))
}

const doer = ({ account, name }: LogRow, { log }: LogText): string =>
  name ?? (account === theProgram ? log.program : log.somebody)

function subjectInWords(row: LogRow, text: LogText): string {
  const { what } = text.log
  switch (row.subject) {
    case 'report':
    case 'dossier':
      return fill(what[row.subject], { name: pseudonym(row.subjectId, text.pseudonyms) })
    case 'function':
      return fill(what.function, { name: roleIn(text, row.subjectId) ?? row.subjectId })
    case 'school':
    case 'year-plan':
    case 'letter':
      return what[row.subject]
    case 'account':
      if (row.subjectId === row.account) return what.own
  }
  return row.subjectName === null ? what.nobody : fill(what[row.subject], { name: row.subjectName })
}

/** The sentence that fits the detail best, and the detail in words. */
function templateOf(row: LogRow, text: LogText): readonly [template: string, detail: string] {
  const { action, subject, detail } = row
  const { log } = text
  const plain = own(log.special, `${action} ${subject}`) ?? log.sentences[action]
  if (detail === null) return [plain, '']
  const special = own(log.special, `${action} ${detail} ${subject}`) ?? own(log.special, `${action} ${detail}`)
  if (special) return [special, '']
  const role = roleIn(text, detail)
  const isRead = subject === 'report' || subject === 'dossier'
  const withRole = isRead ? undefined : own(log.withRole, action)
  if (role && withRole) return [withRole, role]
  const holder = row.detailName ?? role
  const withHolder = own(log.withHolder, `${action} ${subject}`) ?? own(log.withHolder, action)
  // Whoever stays out of a report without somebody in their place stands there themselves.
  if (holder && withHolder && holder !== row.name) return [withHolder, holder]
  const state = own(text.team.states, detail)
  if (state && action === 'changed') return [log.withState, state]
  const withDay = own(log.withDay, action)
  if (withDay && /^\d{4}-\d\d-\d\d$/.test(detail)) return [withDay, dayInFull(localDate(detail))]
  return [plain, '']
}

const roleIn = ({ team }: LogText, role: string): string | undefined => own(team.roles, role)

/** What a catalogue has under a key that came from the server. */
const own = (words: Readonly<Record<string, string>>, key: string): string | undefined =>
  Object.hasOwn(words, key) ? words[key] : undefined
