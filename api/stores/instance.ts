import type { Database } from '../../db/connect.ts'
import { instance } from '../../db/schema/index.ts'

export type Instance = Readonly<{ slug: string; salt: string; secret: string }>

/** @throws when the database was never filled; the start of the program does that before it listens. */
export async function findInstance(db: Database): Promise<Instance> {
  const [row] = await db
    .select({ slug: instance.slug, salt: instance.salt, secret: instance.secret })
    .from(instance)
    .limit(1)
  const secret = process.env['AUTH_SECRET'] || row?.secret
  if (!row || !secret) throw new Error('the database has no instance row, or no secret and AUTH_SECRET is not set')
  return { ...row, secret }
}
