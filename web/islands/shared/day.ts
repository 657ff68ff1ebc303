import type { LocalDate } from '../../../api/domain/local-date.ts'

// A day has no time, so it must not shift with the clock of the device: noon in UTC is that day everywhere we serve.
const atNoon = (day: LocalDate) => new Date(`${day}T12:00:00Z`)
const words = new Intl.DateTimeFormat('nl-NL', { weekday: 'long', day: 'numeric', month: 'long', timeZone: 'UTC' })
const wordsWithYear = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: 'UTC',
})
const fullDay = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' })

/** "maandag 23 november", with the year when it is another one than today's. */
export function dayInWords(day: LocalDate, today: LocalDate = day): string {
  const format = day.slice(0, 4) === today.slice(0, 4) ? words : wordsWithYear
  return format.format(atNoon(day))
}

/** "23 november 2026", for what is read years later. */
export const dayInFull = (day: LocalDate): string => fullDay.format(atNoon(day))
