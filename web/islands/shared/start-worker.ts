// Under `require-trusted-types-for 'script'` a worker takes a TrustedScriptURL, so this one policy makes them,
// and only for our own origin. The Content-Security-Policy names it: `trusted-types svelte-trusted-html vijfspoor-worker`.
type WorkerPolicy = { createScriptURL(url: string): string }
type PolicyFactory = { createPolicy(name: string, rules: WorkerPolicy): WorkerPolicy }

let policy: WorkerPolicy | undefined

/** Starts a module worker by the address that `import url from './x.ts?worker&url'` gives. */
export function startWorker(url: string): Worker {
  return new Worker(workerPolicy().createScriptURL(url), { type: 'module' })
}

function workerPolicy(): WorkerPolicy {
  const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes
  policy ??= factory?.createPolicy('vijfspoor-worker', { createScriptURL: ownOrigin }) ?? { createScriptURL: ownOrigin }
  return policy
}

function ownOrigin(url: string): string {
  if (new URL(url, location.href).origin !== location.origin) throw new Error('a worker of another origin')
  return url
}
