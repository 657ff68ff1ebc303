import { dayInTheNetherlands, type LocalDate } from '../../../api/domain/local-date.ts'
import type { LogRow } from './log-api.ts'

export type LogDay = Readonly<{ day: LocalDate; rows: readonly LogRow[] }>

/** The rows, newest first as they come, under the day on which they happened in the Netherlands. */
export function byDay(rows: readonly LogRow[]): readonly LogDay[] {
  const days = new Map<LocalDate, LogRow[]>()
  for (const row of rows) {
    const day = dayInTheNetherlands(new Date(row.at))
    days.set(day, [...(days.get(day) ?? []), row])
  }
  return [...days].map(([day, own]) => ({ day, rows: own }))
}
