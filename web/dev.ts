import { spawn } from 'node:child_process'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { fileURLToPath } from 'node:url'
import { dev } from 'astro'

/**
 * `npm run dev`: pages from Astro, which follows every change at once, and behind them the interface in a process that
 * starts anew when its own files change. Only `npm start` sends the security headers and fills in names of people.
 */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1'
const root = fileURLToPath(new URL('..', import.meta.url))
const host = process.env['HOST'] ?? 'localhost'
const port = Number(process.env['PORT'] ?? 4321)
const [apiPort, astroPort] = [port + 1, port + 2]

const api = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'api/start-without-pages.ts'], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, PORT: String(apiPort) },
})

const pages = await dev({
  root,
  server: { port: astroPort, host },
  // The browser asks us for pages, and Vite itself for news of changes.
  vite: { server: { strictPort: true, hmr: { clientPort: astroPort } } },
})

/** Passes a request on as it is. Vite's own proxy comes too late: Astro answers before it. */
function passOn(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, url, headers } = incoming
  const passed = request({ host: 'localhost', port: apiPort, method, path: url, headers }, (answer) => {
    outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(outgoing)
  })
  // While it starts anew nobody is there.
  passed.on('error', () => outgoing.writeHead(503).end())
  incoming.pipe(passed)
}

/** Islands share the rules of `api/domain`, whose files stand under the same address as the interface. */
const isInterface = (url = '') => url.startsWith('/api/') && !/^\/api\/domain\/[\w/-]+\.ts(\?|$)/.test(url)

const front = createServer((incoming, outgoing) => {
  if (isInterface(incoming.url)) passOn(incoming, outgoing)
  else pages.handle(incoming, outgoing)
})
front.listen(port, host, () =>
  console.log(`\n  Pages and interface, both following your changes:  http://${host}:${port}/\n`),
)

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    api.kill(signal)
    front.close()
    await pages.stop()
    process.exit(0)
  })
}
