import ical, { ICalAlarmType, ICalEventClass, ICalEventTransparency } from 'ical-generator'
import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { DossierPlace } from './dossier-api.ts'

/** A term as somebody's agenda gets it: a day, and nothing of what it is about. */
export type AgendaDay = Readonly<{
  day: LocalDate
  /** The day on which it is made; a moment would say when somebody worked on it. */
  madeOn: LocalDate
  title: string
  address: string
  id: string
}>

/** At eight in the morning of the day before: an agenda counts back from midnight. */
const hoursAhead = 16

/**
 * The file that an agenda program reads (iCalendar, RFC 5545). Agendas are shared with colleagues and kept by others, so it is
 * marked as private, takes up no time, and names no step, no person and no school.
 */
export function agendaFile({ day, madeOn, title, address, id }: AgendaDay): string {
  // Of a whole day the day in UTC is what the file gets, whatever the clock of the device says.
  const at = (date: LocalDate) => new Date(`${date}T00:00:00Z`)
  const calendar = ical({ prodId: '//Vijfspoor//Vijfspoor//NL' })
  const event = calendar.createEvent({
    ...{ id, stamp: at(madeOn), start: at(day), allDay: true, summary: title, url: address },
    ...{ class: ICalEventClass.PRIVATE, transparency: ICalEventTransparency.TRANSPARENT },
  })
  event.createAlarm({ type: ICalAlarmType.display, trigger: hoursAhead * 3_600, description: title })
  return `${calendar.toString()}\r\n`
}

/** The same for one step each time, so that a term that moved takes the place of what the agenda had. Leads back to nothing. */
export async function agendaId({ site, dossier }: DossierPlace, step: string, record: string | null): Promise<string> {
  const about = ['vijfspoor agenda', site, dossier, step, record ?? ''].join('\n')
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(about)))
  return [...hash.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
