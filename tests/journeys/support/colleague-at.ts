import { ask } from '../../../web/client.ts'
import { fromBase64Url } from '../../../web/crypto/bytes.ts'
import { type Colleague, openKeys, signIn } from '../../support/colleague.ts'
import { accepted, apiAt } from '../../support/school-api.ts'
import { mailOf, staffPassword } from './staff.ts'

/** A colleague at work beside the browser, signed in at a running server with keys of their own. */
export async function colleagueAt(url: string, who: string, site: string): Promise<Colleague> {
  const { salt } = await accepted(ask(apiAt(url).client.instance.$get()))
  return openKeys(await signIn(passOnTo(url), fromBase64Url(salt), mailOf(who, site), staffPassword))
}

/** The helper speaks to an app in this process; this hands each request on to the server instead. */
export const passOnTo = (url: string) => async (request: Request) => {
  const headers = new Headers(request.headers)
  headers.delete('host')
  headers.set('origin', url)
  const body = request.method === 'GET' ? null : await request.arrayBuffer()
  const { pathname, search } = new URL(request.url)
  return fetch(`${url}${pathname}${search}`, { method: request.method, headers, body })
}
