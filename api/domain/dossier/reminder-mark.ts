import type { LocalDate } from '../local-date.ts'
import type { Reminder } from '../protocol/reminders.ts'

/** That somebody was told: of which step or moment, due on which day, and how far things were. */
export type ReminderMark = Readonly<{ about: string; dueOn: LocalDate; stage: string; holder: string }>

/** One for each person who is to hear of it. Somebody hears of one stage once, however long it lasts. */
export const marksOf = (reminders: readonly Reminder[]): readonly ReminderMark[] =>
  reminders.flatMap(({ about, record, by, kind, level, holders }) => {
    const what = 'step' in about ? [about.step, record ?? ''] : [about.entry]
    const stage = kind === 'escalated' ? `${kind}-${level}` : kind
    return holders.map((holder) => ({ about: what.join(' ').trim(), dueOn: by, stage, holder }))
  })
