import type { ClientResponse } from 'hono/client'
import { ask, type ClientRefusal, makeClient, withCode, withDraft } from '../../client.ts'

/** Why a request did not do what was asked, as far as the reporter can do something about it. */
export type Trouble = 'offline' | 'timeout' | 'busy' | 'full' | 'failed' | 'refused'
export type Answer<Value> =
  | Readonly<{ ok: true; value: Value }>
  | Readonly<{ ok: false; trouble: Trouble; refusal: ClientRefusal }>

type Responses = ClientResponse<unknown, number, string>
type ValueOf<Response extends Responses> = Extract<Awaited<ReturnType<typeof ask<Response>>>, { ok: true }>['value']
type Told<Request extends (...given: never[]) => Promise<Answer<unknown>>> = Extract<
  Awaited<ReturnType<Request>>,
  { ok: true }
>['value']

const client = makeClient()

/** What the form asks of the server. Nothing of the readers is believed until its signatures are checked. */
export const schoolApi = {
  instance: () => patiently((init) => client.instance.$get({}, { init })),
  sites: () => patiently((init) => client.sites.$get({}, { init })),
  readers: (site: string) => patiently((init) => client.sites[':site'].readers.$get({ param: { site } }, { init })),
  searchStaff: (site: string, name: string) => askStaff(site, { name }),
  certificatesOf: (site: string, holders: string[]) => askStaff(site, { holders }),
  challenge: (site: string) => patiently((init) => client.sites[':site'].challenge.$get({ param: { site } }, { init })),
  openDraft: (site: string, solution: Solution) =>
    patiently((init) => client.sites[':site'].drafts.$post({ param: { site }, json: { solution } }, { init })),
  send: (draft: string, json: SealedSubmission) =>
    patiently((init) => client.reports.$post({ json }, { init, ...withDraft(draft) })),
  /** Whether the report with this code is there: asked when an earlier attempt may have arrived. */
  receipt: (keys: { lookup: string; proof: string }) =>
    patiently((init) => client.conversation.$get({}, { init, ...withCode(keys) })),
} as const

export type Instance = Told<typeof schoolApi.instance>
export type Site = Told<typeof schoolApi.sites>[number]
export type OfferedReaders = Told<typeof schoolApi.readers>
export type Found = Told<typeof schoolApi.searchStaff>[number]
export type Challenge = Told<typeof schoolApi.challenge>
export type Receipt = Pick<Told<typeof schoolApi.send>, 'answerBy' | 'closed'>
export type Solution = Parameters<(typeof client.sites)[':site']['drafts']['$post']>[0]['json']['solution']
export type SealedSubmission = Parameters<typeof client.reports.$post>[0]['json']

function askStaff(site: string, json: { name: string } | { holders: string[] }) {
  return patiently((init) => client.sites[':site']['staff-search'].$post({ param: { site }, json }, { init }))
}

// A connection that hangs gives no error by itself.
const patienceMs = 30_000

async function patiently<Response extends Responses>(
  request: (init: RequestInit) => Promise<Response>,
): Promise<Answer<ValueOf<Response>>> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  const answer = await ask(request({ signal: stop.signal }))
  clearTimeout(timer)
  if (answer.ok) return { ok: true, value: answer.value }
  return { ok: false, trouble: stop.signal.aborted ? 'timeout' : troubleOf(answer.refusal), refusal: answer.refusal }
}

function troubleOf(refusal: ClientRefusal): Trouble {
  switch (refusal) {
    case 'offline':
      return 'offline'
    case 'too-many':
      return 'busy'
    case 'storage-full':
      return 'full'
    case 'unexpected':
      return 'failed'
    default:
      return 'refused'
  }
}
