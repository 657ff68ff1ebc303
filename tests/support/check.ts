import { runCommand } from './run/command.ts'

const astroSeverity = ['--minimumSeverity', 'warning', '--minimumFailingSeverity', 'warning'] as const

/**
 * Two checks of types, each of what the other cannot read: the first only the .astro files, the second .svelte and all
 * plain TypeScript. The first also writes .astro/types.d.ts, which the second reads.
 */
export const typeChecks = {
  'astro check': ['astro', 'check', '--tsconfig', 'tsconfig.astro.json', ...astroSeverity],
  'svelte-check': ['svelte-check', '--tsconfig', 'tsconfig.json', '--fail-on-warnings', '--tsgo'],
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
