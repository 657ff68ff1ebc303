/** Something to run that keeps a number of processors busy and has to wait for others. */
export type Task<Result> = Readonly<{
  name: string
  processors: number
  after: readonly string[]
  run(): Promise<Result>
}>

/**
 * Runs each task as soon as its processors are free and those it comes after have ended, in the order given; one that
 * has to wait does not hold up the next. A task whose forerunners are not in the list does not wait for them.
 */
export async function schedule<Result>(tasks: readonly Task<Result>[], processors: number): Promise<Result[]> {
  const waiting = [...tasks]
  const names = new Set(tasks.map(({ name }) => name))
  const ended = new Set<string>()
  const running = new Map<string, Promise<void>>()
  const results = new Map<string, Result>()
  let free = processors
  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.find(
      (task) =>
        (task.processors <= free || running.size === 0) &&
        task.after.every((name) => ended.has(name) || !names.has(name)),
    )
    if (!next) {
      if (running.size === 0) throw new Error('The tasks wait for each other.')
      await Promise.race(running.values())
      continue
    }
    waiting.splice(waiting.indexOf(next), 1)
    free -= next.processors
    const run = next.run().then((result) => {
      results.set(next.name, result)
      ended.add(next.name)
      running.delete(next.name)
      free += next.processors
    })
    running.set(next.name, run)
  }
  return tasks.map(({ name }) => results.get(name) as Result)
}
