import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/web/pbkdf2'

type Challenge = Parameters<typeof solveChallenge>[0]['challenge']
/** Null: not solved in time. */
export type SolvedWork = { counter: number; derivedKey: string } | null

const scope = globalThis as unknown as DedicatedWorker
type DedicatedWorker = {
  onmessage: ((event: MessageEvent<Challenge>) => void) | null
  postMessage(solved: SolvedWork): void
}

// A busy site asks for minutes of work. The page says so and can stop the worker, so nothing is gained by giving up.
const timeout = 30 * 60_000

scope.onmessage = ({ data: challenge }) => {
  solveChallenge({ challenge, deriveKey, timeout }).then(
    (solution) => scope.postMessage(solution && { counter: solution.counter, derivedKey: solution.derivedKey }),
    () => scope.postMessage(null),
  )
}
