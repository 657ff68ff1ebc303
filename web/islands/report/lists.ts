/** "Anna, Bram en Carla"; `last` is the word before the last one. */
export function inWords(items: readonly string[], last: string): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}
