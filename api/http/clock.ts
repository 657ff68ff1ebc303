import type { Clock } from '../deps.ts'
import { dayInTheNetherlands } from '../domain/local-date.ts'

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => dayInTheNetherlands(new Date()),
}
