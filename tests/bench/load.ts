export type Load = Readonly<{ seconds: number; errors: number; milliseconds: readonly number[] }>

/** Does every job once, so many at the same time, and times each. A job that throws is an error and is counted. */
export async function load(jobs: readonly (() => Promise<void>)[], atOnce: number): Promise<Load> {
  const queue = jobs.values()
  const milliseconds: number[] = []
  let errors = 0
  const began = performance.now()
  const worker = async () => {
    for (const job of queue) {
      const started = performance.now()
      try {
        await job()
      } catch {
        errors += 1
      }
      milliseconds.push(performance.now() - started)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
  return { seconds: (performance.now() - began) / 1000, errors, milliseconds: milliseconds.toSorted((a, b) => a - b) }
}

/** The value below which this part of a sorted list lies. */
export const quantile = (sorted: readonly number[], part: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0
