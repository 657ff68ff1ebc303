import type { Context } from 'hono'
import type { StaffEnv } from './staff.ts'

/** Who the asker is at a site; only behind a guard that let them in there. */
export function ownHolder(c: Context<StaffEnv>, site: string): string {
  const place = c.var.staff.find((candidate) => candidate.site === site)
  if (!place) throw new Error('a guard is missing')
  return place.holder
}
