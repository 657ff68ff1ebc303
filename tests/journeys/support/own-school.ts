import { type Demonstration, startDemonstration } from './demonstration.ts'
import { test as journey } from './journey.ts'

export { axe, expect } from './journey.ts'

/** For journeys that change who works where: on a school of their own, because the others count on its people. */
export const test = journey.extend<object, { server: Demonstration }>({
  server: [
    async ({ databaseKind }, use) => {
      const server = await startDemonstration(databaseKind)
      await use(server)
      await server.stop()
    },
    { scope: 'worker', timeout: 300_000 },
  ],
})
