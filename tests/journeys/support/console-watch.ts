import { type BrowserContext, expect } from '@playwright/test'

/** Anything a page writes to the console fails its journey: a warning there is a fault that nobody has looked at. */
export class ConsoleWatch {
  readonly #written: string[] = []
  readonly #expected: RegExp[] = []

  follow(context: BrowserContext): void {
    context.on('console', (message) => {
      this.#written.push(`${message.type()}: ${message.text()} (${message.location().url})`)
    })
    context.on('weberror', (webError) => this.#written.push(`uncaught: ${String(webError.error())}`))
  }

  expect(pattern: RegExp): void {
    this.#expected.push(pattern)
  }

  check(): void {
    const unexpected = this.#written.filter((line) => !this.#expected.some((pattern) => pattern.test(line)))
    expect(unexpected, 'console output').toEqual([])
    const missing = this.#expected.filter((pattern) => !this.#written.some((line) => pattern.test(line)))
    expect(missing.map(String), 'console output that was expected but did not come').toEqual([])
  }
}
