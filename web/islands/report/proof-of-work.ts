import { startWorker } from '../shared/start-worker.ts'
import { type Answer, type Challenge, type Solution, schoolApi } from './school-api.ts'
import type { SolvedWork } from './solve.worker.ts'
import solveWorker from './solve.worker.ts?worker&url'

type Work = Readonly<{ site: string; until: number; solution: Promise<Answer<Solution>>; stop(): void }>

// Time left to send what was solved; below it the work is done anew.
const marginMs = 60_000
const notSolved = { ok: false, trouble: 'failed', refusal: 'unexpected' } as const

/**
 * The work that keeps junk out: started as soon as the site is known, so that it is done long before anybody sends.
 * One solution opens one draft.
 */
export class ProofOfWork {
  #work: Work | undefined

  /** Starts, unless the work for this site is being done already. Failing is silent: `solution` asks again. */
  async start(site: string): Promise<void> {
    if (this.#isUsable(site)) return
    const asked = await schoolApi.challenge(site)
    if (asked.ok) this.#take(site, asked.value)
  }

  async solution(site: string): Promise<Answer<Solution>> {
    if (this.#work && this.#isUsable(site)) return this.#work.solution
    const asked = await schoolApi.challenge(site)
    return asked.ok ? this.#take(site, asked.value).solution : asked
  }

  /** The solution was used or refused, or nobody needs it any more. The next one is another. */
  forget(): void {
    this.#work?.stop()
    this.#work = undefined
  }

  #isUsable(site: string): boolean {
    return this.#work?.site === site && this.#work.until * 1000 - marginMs > Date.now()
  }

  #take(site: string, challenge: Challenge): Work {
    this.forget()
    const worker = startWorker(solveWorker)
    const solution = new Promise<Answer<Solution>>((resolve) => {
      const finish = (solved: SolvedWork) => {
        worker.terminate()
        resolve(solved ? { ok: true, value: { challenge, solution: solved } as Solution } : notSolved)
      }
      worker.onmessage = ({ data }: MessageEvent<SolvedWork>) => finish(data)
      worker.onerror = () => finish(null)
    })
    worker.postMessage(challenge)
    this.#work = { site, until: Number(challenge.parameters.data?.['until']), solution, stop: () => worker.terminate() }
    return this.#work
  }
}
