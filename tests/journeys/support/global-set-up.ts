import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startServer } from '../../support/server.ts'
import { templateVariable } from './demonstration.ts'

/** Makes the demonstration school once; Playwright calls what this returns at the end. */
export default async function globalSetUp(): Promise<() => void> {
  if (!existsSync(join(process.env['DIST_DIR'] ?? 'dist', 'index.html'))) {
    throw new Error('There is no build to test: run `npm run build` first.')
  }
  const template = mkdtempSync(join(tmpdir(), 'vijfspoor-template-'))
  const server = await startServer({ dataDir: template })
  await server.stop()
  process.env[templateVariable] = template
  return () => rmSync(template, { recursive: true, force: true })
}
