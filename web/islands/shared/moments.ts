const day = new Intl.DateTimeFormat('nl-NL', { day: 'numeric', month: 'long', year: 'numeric' })
const moment = new Intl.DateTimeFormat('nl-NL', {
  weekday: 'long',
  day: 'numeric',
  month: 'long',
  hour: 'numeric',
  minute: '2-digit',
})

/** "23 november 2026", by the clock of whoever looks. */
export const dayOfMoment = (iso: string): string => day.format(new Date(iso))

/** "maandag 23 november om 9:05" */
export const momentInWords = (iso: string): string => moment.format(new Date(iso))
