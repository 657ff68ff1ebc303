import type { Auth } from '../auth.ts'

/** Who is signed in. A blocked account has no session, whatever cookie comes along. */
export async function sessionOf(auth: Auth, headers: Headers) {
  const found = await auth.api.getSession({ headers })
  return found && !found.user.blockedAt ? found : null
}
