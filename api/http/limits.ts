import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { storedSizes } from '../../web/crypto/sealed-shape.ts'
import type { Deps } from '../deps.ts'
import { refuseWith } from './refusals.ts'

/** The largest age file there is. */
export const largestSealed = Math.max(...storedSizes)

/** A report with 24 grants stays far below it. Counted while it comes in, so that a larger body is never held. */
export const limitJson = bodyLimit({ maxSize: 1024 * 1024, onError: (c) => refuseWith(c, 'too-large') })

export const limitChunk = bodyLimit({ maxSize: largestSealed, onError: (c) => refuseWith(c, 'too-large') })

/** Refuses before anything is stored when the disk is nearly full, so that nothing is acknowledged and then lost. */
export const needsSpace = ({ hasFreeSpace }: Pick<Deps, 'hasFreeSpace'>) =>
  createMiddleware(async (c, next) => {
    if (!(await hasFreeSpace())) return refuseWith(c, 'storage-full')
    return next()
  })
