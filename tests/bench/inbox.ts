import { stretchPasswordNatively } from '../../db/demo/native-stretch.ts'
import { fromBase64Url } from '../../web/crypto/bytes.ts'
import { deriveStaffSecrets } from '../../web/crypto/staff-secrets.ts'

export type Inbox = Readonly<{
  reports: number
  pages: number
  firstPageMilliseconds: number
  firstPageBytes: number
  allMilliseconds: number
  allBytes: number
}>

type Page = { reports: unknown[]; next: string | null }

/** Signs in as a browser would and reads the whole inbox, page by page, uncompressed. */
export async function measureInbox(url: string, salt: string, email: string, password: string): Promise<Inbox> {
  const stretched = await stretchPasswordNatively(password, email, fromBase64Url(salt))
  const { authentication } = await deriveStaffSecrets(stretched)
  const signedIn = await fetch(`${url}/api/auth/sign-in/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ email, password: authentication }),
  })
  const cookie = signedIn.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
  const headers = { cookie: cookie.join('; ') }
  const sizes: number[] = []
  const times: number[] = []
  let reports = 0
  let after: string | null = null
  do {
    const began = performance.now()
    const query: string = after === null ? '' : `?after=${encodeURIComponent(after)}`
    const body = await (await fetch(`${url}/api/team/reports${query}`, { headers })).text()
    times.push(performance.now() - began)
    sizes.push(body.length)
    const page = JSON.parse(body) as Page
    reports += page.reports.length
    after = page.next
  } while (after !== null)
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    reports,
    pages: sizes.length,
    firstPageMilliseconds: times[0] ?? 0,
    firstPageBytes: sizes[0] ?? 0,
    allMilliseconds: sum(times),
    allBytes: sum(sizes),
  }
}
