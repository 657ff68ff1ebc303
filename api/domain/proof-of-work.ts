/**
 * How much work a browser does before it may open a draft. A bucket per site rises by one a draft and leaks, so that the
 * work depends on how busy the site is and on nothing about who asks: no address, no device.
 */
export const proofOfWork = {
  /** PBKDF2 passes of one guess, and the guesses a calm site asks on average: 0.2 s on a PC, about a second on a cheap phone. */
  passes: 5_000,
  guesses: 250,
  /** Drafts that leak away in an hour. */
  leakPerHour: 60,
  /** A little above where the work is doubled the last time, so that a site is calm again six hours after any flood. */
  brim: 420,
  /** Two classes at once change nothing; every 30 drafts above that double the work. */
  normal: 60,
  doublesPer: 30,
  /** At most 1,024 times the work of a calm site: minutes on a PC. More would shut out pupils, not only who floods. */
  mostDoublings: 10,
  /** A challenge asked for in calm is still good after this many doublings, so that a pupil who was typing need not wait. */
  doublingsForgiven: 2,
  /** How long a challenge can be answered: the pupil may stop to think, or to talk with somebody first. */
  minutesValid: 120,
  /** What one chunk of a file counts: ten megabytes weigh as much as a draft, or a few drafts could fill the disk. */
  chunk: 1 / 40,
} as const

/** How often the work is doubled at this level of the bucket. */
export function doublingsAt(level: number): number {
  const above = Math.floor(Math.max(0, level - proofOfWork.normal) / proofOfWork.doublesPer)
  return Math.min(above, proofOfWork.mostDoublings)
}

/** Guesses a solver needs on average after so many doublings. */
export const guessesAfter = (doublings: number): number => proofOfWork.guesses * 2 ** doublings

/**
 * Whether a solution of a challenge with so many doublings is good enough at this level. Without it somebody could ask
 * for ten thousand challenges while the site is calm and answer them all at the low price.
 */
export const isHardEnough = (doublings: number, level: number): boolean =>
  doublings + proofOfWork.doublingsForgiven >= doublingsAt(level)
