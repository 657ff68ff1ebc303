import { type ClientResponse, hc } from 'hono/client'
import type { ApiRoutes, Refusal } from '../api/app.ts'
import type { Needed } from '../api/domain/ownership-changes.ts'

/** Why a request did not do what was asked: the server's literal, or no answer from the server at all. */
export type ClientRefusal = Refusal | 'offline'

export type Answer<Value> =
  | Readonly<{ ok: true; value: Value }>
  /**
   * Where the server says so. `seconds`: how long to wait. `why` and `missing`: which rule of the protocol says no, and
   * what would have to be there first. `needed`: where somebody must be found first.
   */
  | (Readonly<{ ok: false; refusal: ClientRefusal; seconds?: number; needed?: Needed }> &
      Readonly<{ why?: string; missing?: readonly unknown[] }>)

type Good = 200 | 201 | 204
type ValueOf<Response> =
  Response extends ClientResponse<infer Body, infer Status, string>
    ? Status extends 204
      ? null
      : Status extends Good
        ? Body
        : never
    : never

/** The API of the school on this origin; a test passes its own `fetch`. */
export const makeClient = (origin = '/', options: { fetch?: typeof fetch } = {}) => hc<ApiRoutes>(origin, options).api

export type Api = ReturnType<typeof makeClient>

type Route = (...given: never[]) => Promise<ClientResponse<unknown, number, string>>

/** What a route answers when it does what was asked: for pages that take the types and spare themselves the client. */
export type Told<R extends Route> = ValueOf<Awaited<ReturnType<R>>>

/** The body that a route takes. */
export type Asked<R extends (given: never, ...rest: never[]) => unknown> = Extract<
  Parameters<R>[0],
  { json: unknown }
>['json']

/** For `Authorization` as the reporter's routes want it; both are base64url. */
export const withCode = ({ lookup, proof }: { lookup: string; proof: string }) => ({
  headers: { authorization: `Code ${lookup}.${proof}` },
})

export const withDraft = (token: string) => ({ headers: { authorization: `Draft ${token}` } })

/**
 * Waits for an answer and takes it apart. A connection that fails is the refusal `offline`; only the caller's own
 * AbortSignal throws.
 *
 * @example const answer = await ask(client.sites.$get())
 */
export async function ask<Response extends ClientResponse<unknown, number, string>>(
  request: Promise<Response>,
  signal?: AbortSignal,
): Promise<Answer<ValueOf<Response>>> {
  try {
    const response = await request
    if (response.status === 204) return { ok: true, value: null as ValueOf<Response> }
    // A good answer that is cut off half-way throws here: nobody knows then what the rest of it was.
    if (response.ok) return { ok: true, value: (await response.json()) as ValueOf<Response> }
    return refused(await response.json().catch(() => null))
  } catch {
    signal?.throwIfAborted()
    return { ok: false, refusal: 'offline' }
  }
}

/** A proxy in between can answer something else than the server would; to the reader that is a fault like any other. */
function refused(body: unknown): Extract<Answer<never>, { ok: false }> {
  const told = (body ?? {}) as {
    refusal?: Refusal
    seconds?: number
    why?: string
    missing?: unknown[]
    needed?: Needed
  }
  const { refusal = 'unexpected', seconds, why, missing = [], needed } = told
  return {
    ...{ ok: false, refusal },
    ...(typeof seconds === 'number' && { seconds }),
    ...(typeof why === 'string' && { why, missing }),
    ...(needed && { needed }),
  }
}

type Send = (path: string, init: RequestInit) => Promise<globalThis.Response>

/** Puts one sealed chunk under a draft. Progress is counted in chunks, so it needs nothing finer than this. */
export function putChunk(
  draft: string,
  { attachment, index, sealed }: Readonly<{ attachment: string; index: number; sealed: Uint8Array }>,
  { signal, send = fetch }: Readonly<{ signal?: AbortSignal; send?: Send }> = {},
): Promise<Answer<null>> {
  const request = send(`/api/draft/attachments/${attachment}/chunks/${index}`, {
    method: 'PUT',
    headers: { ...withDraft(draft).headers, 'content-type': 'application/octet-stream' },
    body: new Uint8Array(sealed),
    ...(signal && { signal }),
  })
  return ask(request as Promise<ClientResponse<null, 204, string>>, signal)
}
