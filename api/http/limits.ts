import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { refuseWith } from './refusals.ts'

/** A report with the largest message and all its grants, as base64url in JSON, stays under this. */
const mostJson = 1024 * 1024
/** One sealed chunk of an attachment. */
const mostBytes = 320 * 1024

const reads = new Set(['GET', 'HEAD', 'OPTIONS'])

const jsonLimit = bodyLimit({ maxSize: mostJson, onError: (c) => refuseWith(c, 'too-large') })
const bytesLimit = bodyLimit({ maxSize: mostBytes, onError: (c) => refuseWith(c, 'too-large') })

/** A body is JSON or the bytes of one chunk, and not larger than it can need to be. */
export const limitBody = createMiddleware(async (c, next) => {
  if (reads.has(c.req.method) || !c.req.raw.body) return next()
  const type = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (type === 'application/octet-stream') return bytesLimit(c, next)
  if (type === 'application/json') return jsonLimit(c, next)
  return refuseWith(c, 'not-json')
})

/**
 * Another site's page must not act for somebody who is signed in here. Browsers say where a request comes from; a
 * request with a session but without a word on its origin is refused as well. Only the host is compared: behind a proxy
 * this process does not know whether the outside speaks https.
 */
export const ownOriginOnly = createMiddleware(async (c, next) => {
  if (reads.has(c.req.method)) return next()
  const origin = c.req.header('origin')
  if (origin === undefined) return c.req.header('cookie') === undefined ? next() : refuseWith(c, 'origin-foreign')
  return URL.parse(origin)?.host === c.req.header('host') ? next() : refuseWith(c, 'origin-foreign')
})

/** On a disk that is almost full nothing new is accepted: what was acknowledged before must stay whole. */
export const requireSpace = (hasFreeSpace: () => Promise<boolean>): MiddlewareHandler =>
  createMiddleware(async (c, next) => {
    if (reads.has(c.req.method) || c.req.method === 'DELETE' || (await hasFreeSpace())) return next()
    return refuseWith(c, 'storage-full')
  })
