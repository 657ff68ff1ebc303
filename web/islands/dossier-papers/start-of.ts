const most = 80

/** The first words of a text, to choose it by. */
export function startOf(text: string): string {
  const line = text.trim().replace(/\s+/g, ' ')
  return line.length <= most ? line : `${line.slice(0, line.lastIndexOf(' ', most) + 1 || most).trimEnd()}…`
}
