import type { HonoRequest } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import type { Deps } from '../deps.ts'
import { refuseWith } from './refusals.ts'

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])
const bodyTypes = new Set(['application/json', 'application/octet-stream'])

/** No route takes more than this; most set a lower limit of their own (limits.ts). */
const limitAny = bodyLimit({ maxSize: 1024 * 1024, onError: (c) => refuseWith(c, 'too-large') })

/** A body is JSON or the bytes of one chunk. Forms of other sites can send neither without asking the browser first. */
export const guardBody = createMiddleware(async (c, next) => {
  if (reads.has(c.req.method) || !c.req.raw.body || isEmpty(c.req)) return next()
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase() ?? ''
  return bodyTypes.has(type) ? limitAny(c, next) : refuseWith(c, 'not-json')
})

/** A request made of an HTTP message always has a stream to read, also when nothing comes through it. */
const isEmpty = (request: HonoRequest) =>
  request.header('content-type') === undefined &&
  request.header('transfer-encoding') === undefined &&
  Number(request.header('content-length') ?? 0) === 0

/**
 * Another site's page must not act for somebody who is signed in here. Browsers say where a request comes from; a
 * request with a session but without a word on its origin is refused as well. Where the school did not say what its
 * address is, only the host is compared: behind a proxy this process does not know whether the outside speaks https.
 */
export const guardOrigin = ({ origin: own }: Pick<Deps, 'origin'>) =>
  createMiddleware(async (c, next) => {
    if (reads.has(c.req.method)) return next()
    const origin = c.req.header('origin')
    if (origin === undefined) return c.req.header('cookie') === undefined ? next() : refuseWith(c, 'origin-foreign')
    const isOwn = own === undefined ? URL.parse(origin)?.host === c.req.header('host') : origin === own
    return isOwn ? next() : refuseWith(c, 'origin-foreign')
  })
