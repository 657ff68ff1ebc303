/** What the tabs of one staff member tell each other. Never keys, never anything about a report. */
export type TabMessage =
  | Readonly<{ kind: 'activity'; at: number }>
  | Readonly<{ kind: 'locked' }>
  | Readonly<{ kind: 'unlocked' }>
  | Readonly<{ kind: 'signedOut' }>

export class Tabs {
  readonly #channel = new BroadcastChannel('vijfspoor-team')

  constructor(onmessage: (message: TabMessage) => void) {
    this.#channel.onmessage = ({ data }: MessageEvent<TabMessage>) => onmessage(data)
  }

  tell(message: TabMessage): void {
    this.#channel.postMessage(message)
  }
}
