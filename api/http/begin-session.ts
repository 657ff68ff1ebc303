import type { Context } from 'hono'
import type { Auth } from '../auth.ts'
import type { Deps } from '../deps.ts'
import { writeAccountAudit } from '../stores/audit.ts'
import { endSession } from '../stores/sessions.ts'
import { transact } from '../stores/transact.ts'
import { sessionOf } from './session.ts'

/** In what ways somebody signs in; it stands in the audit. */
export type SignedInWith = 'password' | 'code' | 'backup-code' | 'passkey' | 'school'

type Part = Pick<Deps, 'db' | 'clock'>

/**
 * Hands over the session that an answer of the library begins, and writes it down. The one that this browser had before
 * ends: whoever knew its cookie has nothing any more.
 *
 * @returns who it is; null when the answer begins no session.
 */
export async function beginSession({ db, clock }: Part, auth: Auth, c: Context, answer: Response, how: SignedInWith) {
  const before = await sessionOf(auth, c.req.raw.headers)
  const now = await sessionOf(auth, cookiesOf(answer))
  passCookies(answer, c)
  if (!now) return null
  await transact(db, async (tx) => {
    if (before && before.session.id !== now.session.id) await endSession(tx, before.user.id, before.session.id)
    const { id: account } = now.user
    const moment = { now: clock.now(), today: clock.today() }
    await writeAccountAudit(tx, { account, about: account, action: 'signed-in', detail: how }, moment)
  })
  return { account: now.user.id, name: now.user.name, email: now.user.email }
}

/**
 * The library's cookies and nothing else of its answer, which also holds the session's token. A session ends with the
 * browser, which the library does only for passwords.
 */
export function passCookies(from: Response, c: Context): void {
  for (const cookie of from.headers.getSetCookie()) c.header('set-cookie', withoutAge(cookie), { append: true })
}

const withoutAge = (cookie: string): string =>
  /^[^=]*session_token=[^;]/.test(cookie) ? cookie.replace(/; (Max-Age|Expires)=[^;]*/gi, '') : cookie

/** As the browser would send them with its next request. */
const cookiesOf = (answer: Response): Headers =>
  new Headers({
    cookie: answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0] ?? '')
      .join('; '),
  })
