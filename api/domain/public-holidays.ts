import { addDays, isoWeekday, type LocalDate, localDate } from './local-date.ts'

/** A day on which schools are closed by custom of the whole country. The name is what people call it. */
export type PublicHoliday = Readonly<{ day: LocalDate; name: string }>

/**
 * The days of article 3, first paragraph, of the Algemene termijnenwet: New Year, Easter Monday, Ascension, Whit
 * Monday, both days of Christmas, the King's birthday and the fifth of May; and the two Sundays that belong to them.
 *
 * Liberation Day counts in every year, although many collective agreements give it off only every fifth one: the law
 * names it without that limit, secondary schools are nearly always closed on it, and the mistake falls on the right
 * side, because a pupil is then promised an answer one day late and not one day early. Good Friday does not
 * count: schools differ, so a school that is closed then says so in its own calendar.
 */
export function publicHolidays(year: number): readonly PublicHoliday[] {
  const known = computed.get(year)
  if (known) return known
  const holidays = compute(year)
  computed.set(year, holidays)
  return holidays
}

/** Every term asks for each of its days, and a list of dossiers has thousands. */
const computed = new Map<number, readonly PublicHoliday[]>()

function compute(year: number): readonly PublicHoliday[] {
  const easter = easterSunday(year)
  return [
    { day: localDate(`${year}-01-01`), name: 'Nieuwjaarsdag' },
    { day: easter, name: 'Eerste paasdag' },
    { day: addDays(easter, 1), name: 'Tweede paasdag' },
    { day: kingsDay(year), name: 'Koningsdag' },
    { day: localDate(`${year}-05-05`), name: 'Bevrijdingsdag' },
    { day: addDays(easter, 39), name: 'Hemelvaartsdag' },
    { day: addDays(easter, 49), name: 'Eerste pinksterdag' },
    { day: addDays(easter, 50), name: 'Tweede pinksterdag' },
    { day: localDate(`${year}-12-25`), name: 'Eerste kerstdag' },
    { day: localDate(`${year}-12-26`), name: 'Tweede kerstdag' },
  ]
}

/** Since 2014 the 27th of April; the Saturday before it when that is a Sunday (as in 2014, 2025 and 2031). */
function kingsDay(year: number): LocalDate {
  const birthday = localDate(`${year}-04-27`)
  return isoWeekday(birthday) === 7 ? addDays(birthday, -1) : birthday
}

/**
 * The Gregorian computus in the form of Meeus, Jones and Butcher ("Nature", 20 April 1876; J. Meeus, "Astronomical
 * Algorithms", chapter 8), whose one-letter names are kept so that it can be laid beside the source.
 */
export function easterSunday(year: number): LocalDate {
  const a = year % 19
  const b = Math.floor(year / 100)
  const c = year % 100
  const d = Math.floor(b / 4)
  const e = b % 4
  const f = Math.floor((b + 8) / 25)
  const g = Math.floor((b - f + 1) / 3)
  const h = (19 * a + b - d - g + 15) % 30
  const i = Math.floor(c / 4)
  const k = c % 4
  const l = (32 + 2 * e + 2 * i - h - k) % 7
  const m = Math.floor((a + 11 * h + 22 * l) / 451)
  const month = Math.floor((h + l - 7 * m + 114) / 31)
  const day = ((h + l - 7 * m + 114) % 31) + 1
  return localDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
}
