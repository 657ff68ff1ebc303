import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import postgres from 'postgres'

/** What is the least a program of this kind can do: read the same bytes, put them in one row, say so. */
const sql = postgres(process.env['DATABASE_URL'] ?? '', { max: 10, onnotice: () => undefined })
await sql`create table if not exists bare (id uuid primary key default gen_random_uuid(), body text not null)`
const app = new Hono()
  .get('/api/health', (c) => c.json({ status: 'ok' }))
  .post('/api/reports', async (c) => {
    await sql`insert into bare (body) values (${await c.req.text()})`
    return c.json({ stored: true }, 201)
  })
serve({ fetch: app.fetch, port: Number(process.env['PORT']), hostname: 'localhost' })
