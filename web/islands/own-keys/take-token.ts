/**
 * The token behind the # of the address. It moves from there to the state of the history, where a reload finds it, and
 * neither somebody who looks at the screen nor the edge of a printed page shows it.
 */
export function takeToken(): string {
  const given = location.hash.slice(1)
  const kept: unknown = history.state?.invitation
  const token = given === '' && typeof kept === 'string' ? kept : given
  history.replaceState({ invitation: token }, '', location.pathname)
  return token
}
