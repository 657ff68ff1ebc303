/** Functiepagina: what the public page of a site says of the people a pupil can go to. */
export const functionPageLimits = { reach: 160, hours: 160 } as const

/** Those who are there in the order somebody wants; whoever came meanwhile comes after, in the order they had. */
export function inOrder(there: readonly string[], wanted: readonly string[]): readonly string[] {
  const known = [...new Set(wanted)].filter((holder) => there.includes(holder))
  return [...known, ...there.filter((holder) => !known.includes(holder))]
}
