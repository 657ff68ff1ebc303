import { runCommand } from './run/command.ts'

/**
 * The three checks of types: each sees what the others do not (stack: plain TypeScript, props in .astro, .svelte).
 * The first also writes .astro/types.d.ts, which the second reads. TypeScript 7 is called by its path, because two
 * packages own a command `tsc`.
 */
export const typeChecks = {
  'astro check': ['astro', 'check', '--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning'],
  tsc: ['node', 'node_modules/@typescript/native/bin/tsc', '--noEmit'],
  'svelte-check': ['svelte-check', '--fail-on-warnings', '--tsgo'],
} as const satisfies Record<string, readonly [string, ...string[]]>

if (import.meta.main) {
  let failed = 0
  for (const [name, command] of Object.entries(typeChecks)) {
    const { code } = await runCommand(name, command, { minutes: 5 })
    if (code !== 0) failed += 1
  }
  console.log(failed === 0 ? 'The types are right.' : `${failed} of the checks found something.`)
  process.exitCode = failed === 0 ? 0 : 1
}
