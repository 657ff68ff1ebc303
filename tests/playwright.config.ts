import { defineConfig } from '@playwright/test'
import type { DatabaseKind } from '../db/connect.ts'
import { chromiumFlags, chromiumPath } from './support/chromium.ts'

/** Journeys run on a phone; those tagged @desktop again on a PC, those tagged @postgres again on a real PostgreSQL. */
export default defineConfig<object, { databaseKind: DatabaseKind }>({
  testDir: './journeys',
  outputDir: '../test-results',
  globalSetup: './journeys/support/global-set-up.ts',
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  retries: 0,
  // To end what hangs, on a machine five times as slow as usual too.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  use: {
    actionTimeout: 60_000,
    locale: 'nl-NL',
    timezoneId: 'Europe/Amsterdam',
    viewport: { width: 360, height: 740 },
    isMobile: true,
    hasTouch: true,
    // Failures are explained by their message and a screenshot; a trace would keep what was typed.
    screenshot: 'only-on-failure',
    launchOptions: { executablePath: chromiumPath(), args: chromiumFlags },
  },
  projects: [
    { name: 'phone' },
    {
      name: 'desktop',
      grep: /@desktop/,
      use: { viewport: { width: 1280, height: 800 }, isMobile: false, hasTouch: false },
    },
    { name: 'postgres', grep: /@postgres/, use: { databaseKind: 'postgres' } },
  ],
})
