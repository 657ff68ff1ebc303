/** Of a population some have it; some are drawn without putting back. How many of those drawn have it? */
export type Draw = Readonly<{ population: number; having: number; drawn: number }>

/** The chance that at most so many, and that at least so many, of those drawn have it. */
export type Tails = Readonly<{ atMost: number; atLeast: number }>

/**
 * Both tails of the hypergeometric distribution: P(x) = C(K,x) C(N−K,n−x) / C(N,n) (Johnson, Kotz & Kemp 1992, Univariate
 * Discrete Distributions, ch. 6).
 *
 * Starts with weight 1 at the mode ⌊(n+1)(K+1)/(N+2)⌋ and goes out both ways by the ratio of neighbours,
 * P(x+1)/P(x) = (K−x)(n−x) / ((x+1)(N−K−n+x+1)). The sum of the weights then stands for C(N,n), so no factorial is needed
 * and nothing overflows; weights that come to 0 are too small for a number of the computer.
 */
export function tailsOf({ population, having, drawn }: Draw, count: number): Tails {
  const least = Math.max(0, drawn - (population - having))
  const most = Math.min(having, drawn)
  const mode = Math.min(most, Math.max(least, Math.floor(((drawn + 1) * (having + 1)) / (population + 2))))
  const ratioUp = (x: number) => ((having - x) * (drawn - x)) / ((x + 1) * (population - having - drawn + x + 1))

  let [all, atMost, atLeast] = [0, 0, 0]
  const take = (x: number, weight: number) => {
    all += weight
    if (x <= count) atMost += weight
    if (x >= count) atLeast += weight
  }
  take(mode, 1)
  for (let x = mode, weight = 1; x < most && weight > 0; x++) {
    weight *= ratioUp(x)
    take(x + 1, weight)
  }
  for (let x = mode, weight = 1; x > least && weight > 0; x--) {
    weight /= ratioUp(x - 1)
    take(x - 1, weight)
  }
  return { atMost: atMost / all, atLeast: atLeast / all }
}
