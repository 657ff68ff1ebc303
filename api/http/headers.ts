import { createMiddleware } from 'hono/factory'

const withoutScriptRights = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // Svelte's own policy, and the one of web/islands/shared/start-worker.ts.
  'trusted-types svelte-trusted-html vijfspoor-worker',
]

/** Pages that derive keys (Argon2 is WebAssembly) and show pictures that only exist in the browser's memory. */
const sealingPages = ['/melden/', '/mijn-melding/', '/team/']

/** The policy of one page. Nothing is ever inline, so no hash, nonce or 'unsafe-inline' is needed anywhere. */
export function pagePolicy(path: string): string {
  const seals = sealingPages.some((page) => path.startsWith(page))
  return [
    ...withoutScriptRights,
    `script-src 'self'${seals ? " 'wasm-unsafe-eval'" : ''}`,
    `img-src 'self' data:${seals ? ' blob:' : ''}`,
    ...(seals ? ['media-src blob:'] : []),
  ].join('; ')
}

/** A worker lives under the policy its own script came with, not under that of the page. */
export const workerPolicy =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'; worker-src 'self'"

/** For answers that are not pages: nothing may be done with them. */
const apiPolicy = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"

const denied = [
  'accelerometer',
  'autoplay',
  'camera',
  'display-capture',
  'geolocation',
  'gyroscope',
  'hid',
  'idle-detection',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'screen-wake-lock',
  'serial',
  'usb',
  'xr-spatial-tracking',
]
const permissionsPolicy = denied.map((feature) => `${feature}=()`).join(', ')

/** On every answer. A page's own policy is set by whoever serves the page. */
export const commonHeaders = createMiddleware(async (c, next) => {
  await next()
  const { headers } = c.res
  headers.set('referrer-policy', 'no-referrer')
  headers.set('x-content-type-options', 'nosniff')
  headers.set('permissions-policy', permissionsPolicy)
  headers.set('cross-origin-opener-policy', 'same-origin')
  headers.set('cross-origin-resource-policy', 'same-origin')
  headers.set('x-dns-prefetch-control', 'off')
  if (!headers.has('content-security-policy')) headers.set('content-security-policy', apiPolicy)
  if (!headers.has('cache-control')) headers.set('cache-control', 'no-store')
  // Only a proxy that speaks https says so; on a plain http demonstration the header would be wrong.
  if (c.req.header('x-forwarded-proto') === 'https') {
    headers.set('strict-transport-security', 'max-age=63072000; includeSubDomains')
  }
})
