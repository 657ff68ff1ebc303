/** A calendar day in the Netherlands without a time, `YYYY-MM-DD`. Compares correctly as a string. */
export type LocalDate = `${number}-${number}-${number}`

const pattern = /^\d{4}-\d{2}-\d{2}$/

/** @throws when the text is not an existing day. */
export function localDate(text: string): LocalDate {
  if (!pattern.test(text)) throw new Error(`not a day: ${text}`)
  const date = new Date(`${text}T00:00:00Z`)
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== text) throw new Error(`not a day: ${text}`)
  return text as LocalDate
}

/** The day it is in the Netherlands at this instant. */
export function dayInTheNetherlands(instant: Date): LocalDate {
  return localDate(new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Amsterdam' }).format(instant))
}

/** Moves by calendar days; negative goes back. */
export function addDays(day: LocalDate, days: number): LocalDate {
  // Within a month, which is nearly always, there is no need of a calendar; terms are walked day by day.
  const inMonth = Number(day.slice(8)) + days
  if (inMonth >= 1 && inMonth <= 28) return `${day.slice(0, 8)}${inMonth < 10 ? '0' : ''}${inMonth}` as LocalDate
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10) as LocalDate
}

/** The same day of a later month, or the last day of that month where it is shorter. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const first = new Date(`${day.slice(0, 8)}01T00:00:00Z`)
  first.setUTCMonth(first.getUTCMonth() + months)
  const month = first.toISOString().slice(0, 8)
  first.setUTCMonth(first.getUTCMonth() + 1)
  const last = addDays(first.toISOString().slice(0, 10) as LocalDate, -1)
  const same = `${month}${day.slice(8)}` as LocalDate
  return same > last ? last : same
}

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export function isoWeekday(day: LocalDate): number {
  const days = Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8))) / 86_400_000
  // The first of January 1970 was a Thursday.
  return ((((days + 3) % 7) + 7) % 7) + 1
}
