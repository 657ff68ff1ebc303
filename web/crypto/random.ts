/**
 * Draws this many unpredictable bytes. Passed in, so that nothing here has a source of chance of its own:
 * a browser and a server give `(bytes) => crypto.getRandomValues(new Uint8Array(bytes))`, a test what it likes.
 */
export type Random = (bytes: number) => Uint8Array

/** @throws when the source gives another number of bytes than was asked for. */
export function draw(random: Random, bytes: number): Uint8Array {
  const drawn = random(bytes)
  if (drawn.length !== bytes) throw new Error('random source gave a wrong number of bytes')
  return drawn
}
