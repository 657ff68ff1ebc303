import { type Asked, ask, type ClientRefusal, makeClient, type Told } from '../../client.ts'

const year = makeClient().team.sites[':site']['school-year']

export type Colleague = Told<typeof year.$get>[number]
export type NewYear = Asked<typeof year.$post>

/** `holder`: because of whom, where it is because of somebody. */
export type Turned = Readonly<{ ok: true }> | Readonly<{ ok: false; refusal: ClientRefusal; holder: string | null }>

export const yearApi = {
  people: (site: string) => ask(year.$get({ param: { site } })),
  async turn(site: string, json: NewYear): Promise<Turned> {
    const request = year.$post({ param: { site }, json })
    // Read before `ask` takes the body: who it is about stands beside the refusal.
    const about = request.then(async (response) => {
      const body: unknown = response.ok ? null : await response.clone().json()
      return typeof body === 'object' && body !== null && 'holder' in body ? String(body.holder) : null
    })
    const [answer, holder] = await Promise.all([ask(request), about.catch(() => null)])
    return answer.ok ? { ok: true } : { ok: false, refusal: answer.refusal, holder }
  },
} as const
