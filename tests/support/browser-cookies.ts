import type { School } from './school.ts'
import { apiOf } from './school-api.ts'

/** One browser: it keeps the cookies it gets, and sends them along. */
export function browserAt(school: Pick<School, 'app'>) {
  const cookies = new Map<string, string>()

  const cookie = () => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await apiOf(school.app.fetch, { cookie: cookie(), ...headers }).send(path, {
      method,
      redirect: 'manual',
      ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    })
    for (const line of response.headers.getSetCookie()) keep(line)
    const text = await response.text()
    return {
      status: response.status,
      body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
      response,
    }
  }

  function keep(line: string): void {
    const [pair = '', ...attributes] = line.split('; ')
    const name = pair.slice(0, pair.indexOf('='))
    if (attributes.some((attribute) => /^max-age=0$/i.test(attribute))) cookies.delete(name)
    else cookies.set(name, pair.slice(name.length + 1))
  }

  return { send, cookie, cookies }
}

export type Browser = ReturnType<typeof browserAt>
