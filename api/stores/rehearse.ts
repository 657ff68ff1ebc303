import type { Database } from '../../db/connect.ts'

class Rehearsed extends Error {}

/** Does the work and undoes it: what it answers is exactly what doing it now would answer. */
export async function rehearse<Result>(db: Database, work: (tx: Database) => Promise<Result>): Promise<Result> {
  let answer: { value: Result } | undefined
  try {
    await db.transaction(async (tx) => {
      answer = { value: await work(tx) }
      throw new Rehearsed('undone')
    })
  } catch (error) {
    if (!(error instanceof Rehearsed)) throw error
  }
  if (!answer) throw new Error('a rehearsal without an answer')
  return answer.value
}
