import { setTimeout as delay } from 'node:timers/promises'
import type { Killable } from './killable.ts'
import type { SmallSchool } from './school-directory.ts'
import { type Teller, type Told, tell } from './teller.ts'

export type Ordeal = Readonly<{
  told: readonly Told[]
  /** Requests that were cut off. */
  cuts: number
  /** Kills by what the server was doing. */
  kills: Readonly<{ whileStarting: number; whileServing: number }>
}>

const tellersAtOnce = 3
/** Every so many-th kill comes while the program is still starting: opening the database, or recovering it. */
const startingKillEvery = 8
/** A life lasts until so many requests were answered at most, so that work goes on however slow the machine is. */
const mostAnswers = 5

/**
 * Kills a server so many times at random moments while people tell their stories: after a random number of answers, and
 * then somewhere in the time that one request takes. That last moment is the one thing here that goes by the clock.
 */
export async function tormentServer(server: Killable, school: SmallSchool, times: number): Promise<Ordeal> {
  const told: Told[] = []
  const answers = countAnswers()
  let [cuts, whileStarting, whileServing] = [0, 0, 0]
  let isOver = false
  const onCut = () => {
    cuts += 1
  }
  const teller: Teller = { server, school, onCut, onAnswer: answers.add }
  const telling = Array.from({ length: tellersAtOnce }, async () => {
    while (!isOver) told.push(await tell(teller))
  })
  // A refusal ends the whole test at once, instead of leaving the killer alone.
  const failure = Promise.all(telling).then(() => new Promise<never>(() => undefined))

  const torment = async () => {
    const startMilliseconds = await timeToStart(server)
    for (let kill = 1; kill <= times; kill += 1) {
      if (kill % startingKillEvery === 0) {
        await delay(Math.random() * startMilliseconds)
        whileStarting += 1
      } else {
        await server.up()
        await answers.more(Math.floor(Math.random() * mostAnswers))
        await delay(Math.random() * answers.typicalMilliseconds())
        whileServing += 1
      }
      if (isOver) return
      await server.kill()
      server.start()
    }
    await server.up()
  }
  await Promise.race([torment(), failure]).finally(() => {
    isOver = true
  })
  await Promise.all(telling)
  return { told, cuts, kills: { whileStarting, whileServing } }
}

/** Counts what was answered, lets somebody wait for more, and knows how long an answer takes on this machine. */
function countAnswers() {
  let [count, milliseconds] = [0, 0]
  const waiting = new Set<() => void>()
  const add = (took: number) => {
    count += 1
    milliseconds += took
    for (const look of waiting) look()
  }
  const more = (extra: number) => {
    const goal = count + extra
    return new Promise<void>((resolve) => {
      const look = () => {
        if (count < goal) return
        waiting.delete(look)
        resolve()
      }
      waiting.add(look)
      look()
    })
  }
  return { add, more, typicalMilliseconds: () => (count === 0 ? 50 : (2 * milliseconds) / count) }
}

async function timeToStart(server: Killable): Promise<number> {
  const start = performance.now()
  server.start()
  await server.up()
  return performance.now() - start
}
