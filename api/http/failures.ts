import type { Context, ErrorHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { matchedRoutes } from 'hono/route'
import { databaseErrorCode, isEngineStopped, isStorageFull } from '../../db/database-error.ts'
import type { Log } from './log.ts'
import { type Refusal, refuseWith } from './refusals.ts'

type Reactions = Readonly<{
  log: Log
  /** What a browser gets instead of a page. */
  failedPage: (c: Context) => Response
  /** The database can no longer be trusted to answer; called after the answer to this request was made. */
  onEngineStopped: () => void
}>

/** Turns whatever was thrown into a refusal or the 500 page; of the error itself only its class and code are kept. */
export const handleFailure =
  ({ log, failedPage, onEngineStopped }: Reactions): ErrorHandler =>
  (error, c) => {
    if (error instanceof HTTPException && error.status < 500) return refuseWith(c, refusalOf(error))
    const isFull = isStorageFull(error)
    log.error(isFull ? 'storage full' : 'request failed', {
      route: routeOf(c),
      method: c.req.method,
      error: databaseErrorCode(error) ?? error.name,
    })
    if (isFull || isEngineStopped(error)) onEngineStopped()
    if (isFull) return refuseWith(c, 'storage-full')
    return c.req.path.startsWith('/api/') ? refuseWith(c, 'unexpected') : failedPage(c)
  }

/** What hono itself throws: about a body that is no JSON, or is too large. */
const refusalOf = ({ status }: HTTPException): Refusal =>
  status === 413 ? 'too-large' : status === 404 ? 'not-found' : status === 403 ? 'origin-foreign' : 'not-json'

/** The pattern of the route, never the address that was asked for. */
const routeOf = (c: Context): string => matchedRoutes(c).findLast(({ path }) => !path.includes('*'))?.path ?? 'pages'
