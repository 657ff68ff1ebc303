const between = '\n\n'

/**
 * Puts a block into a text that somebody may have worked on: before the first of the blocks that come after it, or at the
 * end. Nothing else in the text changes.
 */
export function withBlock(text: string, block: string, after: readonly string[]): string {
  if (text.trim() === '') return block
  const next = after.map((one) => text.indexOf(one)).filter((at) => at >= 0)
  const at = next.length > 0 ? Math.min(...next) : -1
  if (at >= 0) return `${text.slice(0, at)}${block}${between}${text.slice(at)}`
  return `${text.trimEnd()}${between}${block}`
}

/** Takes a block out again. One that was worked on is somebody's own text by now, and stays. */
export function withoutBlock(text: string, block: string): string {
  const at = text.indexOf(block)
  if (at < 0) return text
  const [before, rest] = [text.slice(0, at), text.slice(at + block.length)]
  if (rest.startsWith(between)) return before + rest.slice(between.length)
  return rest === '' && before.endsWith(between) ? before.slice(0, -between.length) : before + rest
}
