import { ask, makeClient, type Told } from '../../client.ts'

const { audit } = makeClient().team

export type LogPage = Told<typeof audit.$get>
export type LogRow = LogPage['rows'][number]
export type LogQuery = Readonly<{ account?: string; action?: LogRow['action']; from?: string; to?: string }>

/** What the log asks of the server. */
export const logApi = {
  page: (query: LogQuery, after: string | null) =>
    ask(audit.$get({ query: after === null ? query : { ...query, after } })),
} as const
