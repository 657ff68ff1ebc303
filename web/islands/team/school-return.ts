/** How it went at the sign-in of the school, as the server says behind the # of the address (sign-in-otherwise.ts). */
export const schoolReturns = {
  '#school': 'signedIn',
  '#school-cancelled': 'schoolCancelled',
  '#school-nobody': 'schoolNobody',
  '#school-expired': 'schoolExpired',
  '#school-failed': 'schoolFailed',
} as const

export type SchoolReturn = (typeof schoolReturns)[keyof typeof schoolReturns]

/** Takes it out of the address, so that a reload does not come back from school again. */
export function takeSchoolReturn(): SchoolReturn | null {
  const found = Object.entries(schoolReturns).find(([hash]) => hash === location.hash)
  if (!found) return null
  history.replaceState(history.state, '', location.pathname)
  return found[1]
}
