import type { GistCount } from '../../../api/domain/numbers/gist-counts.ts'
import type { PeriodId } from '../../../api/domain/numbers/period.ts'
import type { SchoolYear } from '../../../api/domain/school-year.ts'
import { ask, makeClient, type Told } from '../../client.ts'

const { numbers, sites } = makeClient().team

export type YearNumbers = Told<(typeof numbers)[':year']['$get']>

/** What the page with the numbers asks of the server. */
export const numbersApi = {
  years: () => ask(numbers.$get()),
  publish: (site: string, counts: readonly (GistCount & Readonly<{ period: PeriodId }>)[]) =>
    ask(sites[':site'].numbers.$post({ param: { site }, json: { counts: counts.map((count) => ({ ...count })) } })),
  year: (year: SchoolYear) => ask(numbers[':year'].$get({ param: { year: `${year}` } })),
} as const
