import type { LocalDate } from '../../../api/domain/local-date.ts'
import type { Api, Asked, ClientRefusal, Told } from '../../client.ts'

/** Why a request did not do what was asked, as far as the reporter can do something about it. */
export type Trouble = 'offline' | 'timeout' | 'busy' | 'full' | 'failed' | 'refused'
export type Answer<Value> =
  | Readonly<{ ok: true; value: Value }>
  | Readonly<{ ok: false; trouble: Trouble; refusal: ClientRefusal }>

// The types come from the routes. The client itself would cost the first question two kilobytes.
type SiteApi = Api['sites'][':site']

export type Instance = Told<Api['instance']['$get']>
export type Site = Told<Api['sites']['$get']>[number]
export type OfferedReaders = Told<SiteApi['readers']['$get']>
export type Found = Omit<Told<SiteApi['staff-search']['$post']>[number], 'away'> & Readonly<{ away: Away | null }>
type Away = Omit<NonNullable<Told<SiteApi['staff-search']['$post']>[number]['away']>, 'until'> &
  Readonly<{ until: LocalDate }>
export type Challenge = Told<SiteApi['challenge']['$get']>
export type Solution = Asked<SiteApi['drafts']['$post']>['solution']
export type SealedSubmission = Asked<Api['reports']['$post']>
export type Receipt = Pick<Told<Api['reports']['$post']>, 'answerBy' | 'closed'>

/** What the form asks of the server. Nothing of the readers is believed until its signatures are checked. */
export const schoolApi = {
  instance: () => patiently<Instance>('/api/instance'),
  sites: () => patiently<readonly Site[]>('/api/sites'),
  readers: (site: string) => patiently<OfferedReaders>(`/api/sites/${site}/readers`),
  searchStaff: (site: string, name: string) => askStaff(site, { name }),
  certificatesOf: (site: string, holders: string[]) => askStaff(site, { holders }),
  challenge: (site: string) => patiently<Challenge>(`/api/sites/${site}/challenge`),
  openDraft: (site: string, solution: Solution) =>
    patiently<Told<SiteApi['drafts']['$post']>>(
      `/api/sites/${site}/drafts`,
      posted({ solution } satisfies Asked<SiteApi['drafts']['$post']>),
    ),
  send: (draft: string, submission: SealedSubmission) =>
    patiently<Receipt>('/api/reports', posted(submission, { authorization: `Draft ${draft}` })),
  /** Whether the report with this code is there: asked when an earlier attempt may have arrived. */
  receipt: ({ lookup, proof }: { lookup: string; proof: string }) =>
    patiently<Receipt>('/api/conversation', { headers: { authorization: `Code ${lookup}.${proof}` } }),
} as const

function askStaff(site: string, by: Asked<SiteApi['staff-search']['$post']>) {
  return patiently<readonly Found[]>(`/api/sites/${site}/staff-search`, posted(by))
}

const posted = (body: object, headers: Readonly<Record<string, string>> = {}): RequestInit => ({
  method: 'POST',
  headers: { ...headers, 'content-type': 'application/json' },
  body: JSON.stringify(body),
})

// A connection that hangs gives no error by itself.
const patienceMs = 30_000

async function patiently<Value>(address: string, request: RequestInit = {}): Promise<Answer<Value>> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch(address, { ...request, signal: stop.signal })
    // An answer that is cut off half-way throws here: nobody knows then whether the request was done.
    if (response.ok) return { ok: true, value: await response.json() }
    const told: { refusal?: ClientRefusal } | null = await response.json().catch(() => null)
    const refusal = told?.refusal ?? 'unexpected'
    return { ok: false, trouble: troubleOf(refusal), refusal }
  } catch {
    return { ok: false, trouble: stop.signal.aborted ? 'timeout' : 'offline', refusal: 'offline' }
  } finally {
    clearTimeout(timer)
  }
}

function troubleOf(refusal: ClientRefusal): Trouble {
  switch (refusal) {
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
