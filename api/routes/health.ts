import { Hono } from 'hono'
import { z } from 'zod'
import { databaseKinds } from '../../db/connect.ts'
import type { Deps } from '../deps.ts'
import { describe } from '../http/describe.ts'
import { assertAnswers } from '../stores/health.ts'

const healthView = z.object({ status: z.literal('ok'), database: z.enum(databaseKinds) })

/** Asks the database something too: a process that cannot reach it is not well. */
export const healthRoutes = ({ db, databaseKind }: Deps) =>
  new Hono().get(
    '/health',
    describe('Whether this process and its database work', { answers: { 200: healthView } }),
    async (c) => {
      await assertAnswers(db)
      return c.json({ status: 'ok' as const, database: databaseKind }, 200)
    },
  )
