import type { AtWork } from '../team/staff-session.svelte.ts'
import { dossierApi } from './dossier-api.ts'
import { type DossierRow, rowsOf } from './dossier-list.svelte.ts'

/** In how many open dossiers something waits for this person that is late, or that has to happen today. */
export async function dossiersDue(atWork: AtWork): Promise<Readonly<{ late: number; today: number }>> {
  const answer = await dossierApi.list('open')
  return countDue(answer.ok ? rowsOf(answer.value, atWork) : [])
}

/** Each dossier once, by what is most pressing. */
export function countDue(rows: readonly Pick<DossierRow, 'standing'>[]): Readonly<{ late: number; today: number }> {
  const count = (group: 'late' | 'today') => rows.filter(({ standing }) => standing?.group === group).length
  return { late: count('late'), today: count('today') }
}
