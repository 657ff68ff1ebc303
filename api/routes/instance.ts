import { Hono } from 'hono'
import type { Deps } from '../deps.ts'
import { describe } from '../http/describe.ts'
import { instanceView } from './views.ts'

/** What every browser needs before it can derive a key: the salt of this installation. It is not secret. */
export const instanceRoutes = ({ instance, clock, school }: Deps) =>
  new Hono().get('/instance', describe('Salt, school and day', { answers: { 200: instanceView } }), (c) =>
    c.json({ salt: instance.salt, school: { slug: school.slug, name: school.name }, today: clock.today() }, 200),
  )
