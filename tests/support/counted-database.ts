import type { Database } from '../../db/connect.ts'

const asking = new Set(['select', 'insert', 'update', 'delete', 'execute', 'transaction'])

/** The same database, with a count of what is asked of it, to hold the work of two answers against each other. */
export function countQueries(db: Database): { db: Database; since(): number } {
  let count = 0
  let told = 0
  const counted = new Proxy(db, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target)
      if (typeof value !== 'function' || !asking.has(String(name))) return value
      return (...args: unknown[]) => {
        count += 1
        return value.apply(target, args)
      }
    },
  })
  const since = () => {
    const added = count - told
    told = count
    return added
  }
  return { db: counted, since }
}
