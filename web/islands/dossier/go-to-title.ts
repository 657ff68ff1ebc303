/**
 * To a section further down the same dossier. Not by a link of its own: a `#` in the address would be a new place in the
 * history, where no dossier is open.
 */
export function goToTitle(id: string): void {
  const title = document.getElementById(id)
  title?.scrollIntoView({ block: 'start' })
  title?.focus({ preventScroll: true })
}
