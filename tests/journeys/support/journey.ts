import { type BrowserContext, type BrowserContextOptions, test as base, type Page } from '@playwright/test'
import type { DatabaseKind } from '../../../db/connect.ts'
import { ConsoleWatch } from './console-watch.ts'
import { type Demonstration, startDemonstration } from './demonstration.ts'

export { expect } from '@playwright/test'
export { axe } from './axe.ts'

type WorkerFixtures = {
  /** Project option: the database under the server. */
  databaseKind: DatabaseKind
  /** The real program with the demonstration school; one per worker, so journeys share it and must not rely on being alone. */
  server: Demonstration
}

type JourneyFixtures = {
  /** A page in another person's browser, with the same phone and the same watch on its console. */
  openBrowser(options?: BrowserContextOptions): Promise<Page>
  /** Says that the browser will write this once or more (it logs every 404 of fetch by itself); not writing it fails. */
  expectConsole(pattern: RegExp): void
  consoleWatch: ConsoleWatch
}

export const test = base.extend<JourneyFixtures, WorkerFixtures>({
  databaseKind: ['pglite', { option: true, scope: 'worker' }],
  server: [
    async ({ databaseKind }, use) => {
      const server = await startDemonstration(databaseKind)
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  baseURL: async ({ server }, use) => use(server.url),
  consoleWatch: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the first parameter's names and wants a pattern.
    async ({}, use) => {
      const watch = new ConsoleWatch()
      await use(watch)
      watch.check()
    },
    { auto: true },
  ],
  expectConsole: async ({ consoleWatch }, use) => use((pattern) => consoleWatch.expect(pattern)),
  context: async ({ context, consoleWatch }, use) => {
    consoleWatch.follow(context)
    await use(context)
  },
  openBrowser: async ({ browser, consoleWatch, baseURL, viewport, isMobile, hasTouch, locale }, use) => {
    const contexts: BrowserContext[] = []
    const like = { viewport, isMobile: isMobile ?? false, hasTouch: hasTouch ?? false, locale: locale ?? 'nl-NL' }
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...like, ...(baseURL && { baseURL }), ...options })
      contexts.push(context)
      consoleWatch.follow(context)
      return context.newPage()
    })
    for (const context of contexts) await context.close()
  },
})
