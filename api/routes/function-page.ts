import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { functionPageLimits } from '../domain/function-page.ts'
import { portraitLimits, portraitType } from '../domain/portrait.ts'
import { publishedFunctions } from '../domain/roles.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { mayAtSite, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit } from '../stores/audit.ts'
import { isNamed, saveOrder, savePhoto, savePublicFacts } from '../stores/function-page.ts'
import { listPublicSites, listPublishedPeople } from '../stores/published-people.ts'
import { transact } from '../stores/transact.ts'
import { holderId, line, siteId, siteParam } from './inputs.ts'

const person = z.object({
  role: z.enum(publishedFunctions),
  holder: z.string(),
  name: z.string(),
  reach: z.string().nullable(),
  hours: z.string().nullable(),
  isExternal: z.boolean(),
  photoMark: z.string().nullable().describe('Changes with the picture; null without one'),
})
const pageView = z.object({ site: z.string(), name: z.string(), phone: z.string().nullable(), people: z.array(person) })

const holderParam = z.object({ site: siteId, holder: holderId })
const orderParam = z.object({ site: siteId, role: z.enum(publishedFunctions) })
const facts = z.strictObject({
  reach: line(functionPageLimits.reach).nullable(),
  hours: line(functionPageLimits.hours).nullable(),
  isExternal: z.boolean(),
})

/** Base64 of a small picture without notes in it; anything else is not stored. */
const photo = z
  .string()
  .max(Math.ceil((portraitLimits.bytes * 4) / 3) + 4)
  .transform((text, context) => {
    const bytes = new Uint8Array(Buffer.from(text, 'base64'))
    if (Buffer.from(bytes).toString('base64') === text && portraitType(bytes) !== null) return bytes
    context.addIssue('not a plain picture')
    return z.NEVER
  })

const mayEdit = mayAtSite('edit-function-page')
const refusals = ['not-signed-in', 'not-allowed', 'site-unknown', 'staff-unknown', 'input-malformed'] as const

/** What the public page of a site says of its people. */
export const functionPageRoutes = ({ db, clock }: Deps) => {
  /** Changes something of one person whom the page names, and writes it down. False where the page names no such one. */
  const change = (
    { account, site, holder }: Readonly<{ account: string; site: string; holder: string }>,
    detail: string,
    work: (tx: Deps['db']) => Promise<unknown>,
  ) =>
    transact(db, async (tx) => {
      if (!(await isNamed(tx, { site, holder }, clock.today()))) return false
      await work(tx)
      const event = { site, account, action: 'changed', subject: 'staff', subjectId: holder, detail } as const
      await writeAudit(tx, event, clock.now())
      return true
    })

  return new Hono<StaffEnv>()
    .get(
      '/team/sites/:site/function-page',
      describe('Who helps at a site, as the public page has it', { answers: { 200: pageView }, refusals }),
      validate('param', siteParam),
      mayEdit,
      async (c) => {
        const { site } = c.req.valid('param')
        const found = (await listPublicSites(db)).find(({ id }) => id === site)
        if (!found) return refuseWith(c, 'site-unknown')
        const people = await listPublishedPeople(db, site, clock.today())
        return c.json({ site, name: found.name, phone: found.phone, people }, 200)
      },
    )
    .put(
      '/team/sites/:site/function-page/people/:holder',
      describe('How and when to reach somebody', { answers: { 204: null }, refusals }),
      limitJson,
      validate('param', holderParam),
      mayEdit,
      validate('json', facts),
      async (c) => {
        const place = { account: c.var.account, ...c.req.valid('param') }
        const given = c.req.valid('json')
        const isDone = await change(place, 'function-page', (tx) => savePublicFacts(tx, place, given))
        return isDone ? c.body(null, 204) : refuseWith(c, 'staff-unknown')
      },
    )
    .put(
      '/team/sites/:site/function-page/people/:holder/photo',
      describe('A photo for the public page', { answers: { 204: null }, refusals }),
      limitJson,
      validate('param', holderParam),
      mayEdit,
      validate('json', z.strictObject({ photo })),
      async (c) => {
        const place = { account: c.var.account, ...c.req.valid('param') }
        const given = c.req.valid('json').photo
        const isDone = await change(place, 'photo', (tx) => savePhoto(tx, place, given))
        return isDone ? c.body(null, 204) : refuseWith(c, 'staff-unknown')
      },
    )
    .delete(
      '/team/sites/:site/function-page/people/:holder/photo',
      describe('No photo any more', { answers: { 204: null }, refusals }),
      validate('param', holderParam),
      mayEdit,
      async (c) => {
        const place = { account: c.var.account, ...c.req.valid('param') }
        const isDone = await change(place, 'photo-removed', (tx) => savePhoto(tx, place, null))
        return isDone ? c.body(null, 204) : refuseWith(c, 'staff-unknown')
      },
    )
    .put(
      '/team/sites/:site/function-page/order/:role',
      describe('In which order a function’s people stand', { answers: { 204: null }, refusals }),
      limitJson,
      validate('param', orderParam),
      mayEdit,
      validate('json', z.strictObject({ holders: z.array(holderId).max(60) })),
      async (c) => {
        const { site, role } = c.req.valid('param')
        const { holders } = c.req.valid('json')
        await transact(db, async (tx) => {
          await saveOrder(tx, { site, role }, holders, clock.today())
          const who = { site, account: c.var.account }
          const what = { action: 'changed', subject: 'function', subjectId: role, detail: 'order' } as const
          await writeAudit(tx, { ...who, ...what }, clock.now())
        })
        return c.body(null, 204)
      },
    )
}
