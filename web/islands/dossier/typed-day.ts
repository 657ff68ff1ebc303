import type { LocalDate } from '../../../api/domain/local-date.ts'

/** What is wrong with a day on which something happened, or undefined. */
export function dayError(
  typed: string,
  today: LocalDate,
  words: Readonly<{ date: string; future: string }>,
): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(typed)) return words.date
  return typed > today ? words.future : undefined
}
