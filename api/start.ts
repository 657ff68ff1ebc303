import { enableCompileCache } from 'node:module'

// Before anything else is loaded: it halves the time every later start takes.
enableCompileCache()
const { run } = await import('./run.ts')
await run({ withPages: true })
