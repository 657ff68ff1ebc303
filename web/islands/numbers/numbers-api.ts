import type { SchoolYear } from '../../../api/domain/school-year.ts'
import { ask, makeClient, type Told } from '../../client.ts'

const { numbers } = makeClient().team

export type YearNumbers = Told<(typeof numbers)[':year']['$get']>

/** What the page with the numbers asks of the server. */
export const numbersApi = {
  years: () => ask(numbers.$get()),
  year: (year: SchoolYear) => ask(numbers[':year'].$get({ param: { year: `${year}` } })),
} as const
