import { startWorker } from '../shared/start-worker.ts'

type Asked = Readonly<{ resolve: (answer: never) => void; reject: (reason: Error) => void }>
type Reply = Readonly<{ id: number; answer: unknown } | { id: number; failed: true }>

/** Questions to one worker and their answers. The worker's half is `answerQuestions` in answer-questions.ts. */
export class WorkerLine<Question, AnswerTo> {
  readonly #worker: Worker
  readonly #asked = new Map<number, Asked>()
  #last = 0

  /** @param address what `import url from './x.ts?worker&url'` gives. */
  constructor(address: string) {
    this.#worker = startWorker(address)
    this.#worker.onmessage = ({ data }: MessageEvent<Reply>) => this.#settle(data)
    this.#worker.onerror = () => this.stop()
  }

  /** @throws when the worker could not do it, or was stopped. */
  ask(question: Question): Promise<AnswerTo> {
    this.#last += 1
    const id = this.#last
    return new Promise<AnswerTo>((resolve, reject) => {
      this.#asked.set(id, { resolve, reject })
      this.#worker.postMessage({ id, question })
    })
  }

  /** Ends the worker, and with it what it knows. */
  stop(): void {
    this.#worker.terminate()
    for (const { reject } of this.#asked.values()) reject(new Error('worker stopped'))
    this.#asked.clear()
  }

  #settle(reply: Reply): void {
    const asked = this.#asked.get(reply.id)
    this.#asked.delete(reply.id)
    if ('answer' in reply) asked?.resolve(reply.answer as never)
    else asked?.reject(new Error('worker failed'))
  }
}
