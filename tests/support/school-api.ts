import { makeClient } from '../../web/client.ts'

/** The API of one school as a browser would use it, wherever it runs. */
export type SchoolApi = Readonly<{
  client: ReturnType<typeof makeClient>
  /** `fetch` for a path of the school. */
  send(path: string, init?: RequestInit): Promise<Response>
}>

type Handler = (request: Request) => Response | Promise<Response>

/** An app in this process. The host and origin are those a browser would send along. */
export function apiOf(handle: Handler, headers: Readonly<Record<string, string>> = {}): SchoolApi {
  return apiFrom(
    'http://school.test',
    { host: 'school.test', origin: 'http://school.test', ...headers },
    async (request) => handle(request),
  )
}

/** A running server at this address. */
export const apiAt = (origin: string, headers: Readonly<Record<string, string>> = {}): SchoolApi =>
  apiFrom(origin, { origin, ...headers }, fetch)

function apiFrom(
  origin: string,
  headers: Readonly<Record<string, string>>,
  send: (request: Request) => Promise<Response>,
): SchoolApi {
  const sendWithHeaders = (address: URL | RequestInfo, init?: RequestInit) => {
    const request = new Request(address, init)
    for (const [name, value] of Object.entries(headers)) request.headers.set(name, value)
    return send(request)
  }
  return {
    client: makeClient(origin, { fetch: sendWithHeaders }),
    send: (path, init) => sendWithHeaders(origin + path, init),
  }
}

/** The value of an answer. @throws the refusal, so that a test that did not expect one shows which it was. */
export async function accepted<Value>(
  asked: Promise<Readonly<{ ok: true; value: Value }> | Readonly<{ ok: false; refusal: string }>>,
): Promise<Value> {
  const answer = await asked
  if (!answer.ok) throw new Error(`refused: ${answer.refusal}`)
  return answer.value
}

/** Sends anything as JSON, also what no browser of ours would, and gives the status with the parsed answer. */
export async function sendJson(
  api: SchoolApi,
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ status: number; body: unknown }> {
  const init = { method, headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) }
  const response = await api.send(path, init)
  const text = await response.text()
  return { status: response.status, body: text === '' ? null : JSON.parse(text) }
}

/** How a refusal looks from outside: nothing but the word. */
export const refused = (status: number, refusal: string) => ({ status, body: { refusal } })
