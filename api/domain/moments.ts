import type { LocalDate } from './local-date.ts'

/** A time of day in the Netherlands, `HH:MM`. */
export type ClockTime = `${number}:${number}`

const wallClock = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Europe/Amsterdam',
  ...{ year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' },
})

/** The instant at which clocks in the Netherlands show this, in summer and in winter. */
export function momentInTheNetherlands(day: LocalDate, time: ClockTime): Date {
  const asIfUtc = new Date(`${day}T${time}:00Z`).getTime()
  // The Netherlands are one or two hours ahead; what the clock there shows tells which.
  for (const hours of [2, 1]) {
    const candidate = new Date(asIfUtc - hours * 3_600_000)
    if (wallClock.format(candidate) === `${day}, ${time}`) return candidate
  }
  // The hour that is skipped in spring: the first moment after it.
  return new Date(asIfUtc - 3_600_000)
}

/** What clocks in the Netherlands show at this instant. */
export const timeInTheNetherlands = (instant: Date): ClockTime => wallClock.format(instant).slice(-5) as ClockTime

/** The first moment of a day. */
export const startOfDay = (day: LocalDate): Date => momentInTheNetherlands(day, '00:00')
