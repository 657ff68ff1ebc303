import type { LetterValues } from '../../../api/domain/letters/template.ts'
import type { LocalDate } from '../../../api/domain/local-date.ts'
import { rolesMay } from '../../../api/domain/permissions.ts'
import type { Protocol } from '../../../api/domain/protocol/definition.ts'
import type { DossierEntryOpened, OpenedDossier } from '../../crypto/dossier-open.ts'
import { fill } from '../../text/fill.ts'
import type { StoredDossier } from '../dossier/dossier-api.ts'
import type { DossierText } from '../dossier/dossier-text.ts'
import { historyLines } from '../dossier/history-lines.ts'
import { roleInWords, titleOf } from '../dossier/protocol-in-words.ts'
import { dayInFull } from '../shared/day.ts'
import { entriesAbout, meetingsAbout } from './meetings.ts'
import type { PapersText } from './papers-text.ts'
import { type Naming, redact } from './redact.ts'

type Source = Readonly<{
  opened: OpenedDossier
  stored: Pick<StoredDossier, 'siteName' | 'today' | 'workers'>
  protocol: Protocol
  /** The student it is about. */
  record: string
  /** The talk it is about; null for none. */
  meeting: string | null
  /** The holder id of whoever writes it. */
  own: string
  school: string
  naming: Naming
}>
type Words = Readonly<{ letter: PapersText['letter']; dossiers: DossierText['dossiers'] }>

const names = new Intl.ListFormat('nl-NL', { type: 'conjunction' })

/** All that a letter can be filled in with. What somebody typed about others goes past the rule for names first. */
export function letterValues(source: Source, words: Words): LetterValues {
  const { opened, stored, protocol, record, own, school, naming } = source
  const person = opened.records.find((one) => one.record === record)?.person
  const writer = stored.workers.find(({ holder }) => holder === own)
  const role = writer?.roles.find((one) => rolesMay([one], 'work-dossiers') && protocol.roles[one] !== undefined)
  const measure = entriesAbout(opened, record).findLast(({ entry }) => entry.kind === 'measure')?.entry
  return {
    ...{ school, site: stored.siteName, today: dayInFull(stored.today) },
    ...{ student: person?.name ?? '', classGroup: person?.classGroup ?? '' },
    parents: names.format((person?.parents ?? []).flatMap(({ name }) => name.trim() || [])),
    ...{ writer: writer?.name ?? '', role: role ? roleInWords(role, protocol) : '' },
    ...aboutMeeting(source, words),
    ...aboutAgreements(source, words),
    steps: meetingsAbout(opened, record, protocol)
      .map(({ on, title }) => fill(words.letter.line, { day: dayInFull(on), text: redact(title, naming) }))
      .join('\n'),
    measure: measure?.code ? titleOf(measure.code, protocol) : '',
    measureDay: measure ? dayInFull(measure.happenedOn) : '',
  }
}

function aboutMeeting({ opened, protocol, meeting, naming }: Source, { dossiers }: Words): LetterValues {
  const line = historyLines(opened, protocol, dossiers).find(({ id }) => id === meeting)
  if (!line) return {}
  const said = line.paragraphs.map(({ label, text }) => (label === null ? text : `${label}\n${text}`))
  return {
    meetingDay: dayInFull(line.on),
    present: redact(line.withWhom, naming),
    discussed: redact(said.join('\n').trim(), naming),
  }
}

function aboutAgreements({ opened, stored, record, naming }: Source, { letter }: Words): LetterValues {
  const about = entriesAbout(opened, record)
  const agreed = about.filter(({ entry, words }) => entry.kind === 'agreement' && words.text.trim() !== '')
  const moments = about.filter(({ entry }) => entry.kind === 'agreement' || entry.kind === 'planned')
  const next = nextDay(moments, stored.today)
  return {
    agreements: agreed
      .map(({ entry, words }) =>
        fill(letter.line, { day: dayInFull(entry.happenedOn), text: redact(words.text.trim(), naming) }),
      )
      .join('\n'),
    lookBackOn: next === undefined ? '' : dayInFull(next),
  }
}

/** The first day from today on. */
const nextDay = (entries: readonly DossierEntryOpened[], today: LocalDate): LocalDate | undefined =>
  entries
    .flatMap(({ entry: { dueOn } }) => (dueOn !== null && dueOn >= today ? [dueOn] : []))
    .toSorted()
    .at(0)
