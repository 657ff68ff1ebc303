/**
 * Who may not get the next key of a report, as the server sees it. A holder id: that person or function gets nothing.
 * `<function>/<person>`: not in person either when the function is taken apart, as for a deputy or a former member.
 */
export type Out = ReadonlySet<string>

/**
 * Who goes on reading when a report gets a new key: everybody who has the key in force, without those who are out. A
 * function goes on as a whole, or as its other members in person when one of them is out or its own key is not usable.
 *
 * @param membersOf - of a function, as its present certificate names them; nobody for a person.
 */
export function remaining(
  current: readonly string[],
  membersOf: (holder: string) => readonly string[],
  out: Out,
): readonly string[] {
  const staying = current.flatMap((holder) => {
    const members = membersOf(holder)
    if (!out.has(holder) && members.every((member) => !out.has(member))) return [holder]
    return members.filter((member) => !out.has(member) && !out.has(`${holder}/${member}`))
  })
  return [...new Set(staying)]
}
