import { type Asked, ask, makeClient, type Told } from '../../client.ts'

const list = makeClient().team['staff-list']

export type Plan = Told<typeof list.comparison.$post>
export type Undone = Plan['undone'][number]
export type Taking = Asked<typeof list.$post>

/** What the page of the staff list asks of the server. */
export const staffListApi = {
  compare: (rows: Taking['rows']) => ask(list.comparison.$post({ json: { rows } })),
  carryOut: (json: Taking) => ask(list.$post({ json })),
} as const
