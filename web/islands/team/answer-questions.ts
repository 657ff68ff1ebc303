type WorkerScope<Question> = {
  onmessage: ((event: MessageEvent<Readonly<{ id: number; question: Question }>>) => void) | null
  postMessage(reply: object): void
}

/** The worker's half of WorkerLine. What went wrong stays in the worker: the text of an error can hold anything. */
export function answerQuestions<Question>(answer: (question: Question) => Promise<unknown>): void {
  const scope = globalThis as unknown as WorkerScope<Question>
  scope.onmessage = ({ data: { id, question } }) => {
    answer(question).then(
      (given) => scope.postMessage({ id, answer: given }),
      () => scope.postMessage({ id, failed: true }),
    )
  }
}
