import { Hono } from 'hono'
import { z } from 'zod'
import type { Deps } from '../deps.ts'
import { dayInTheNetherlands } from '../domain/local-date.ts'
import { sitesWith } from '../domain/permissions.ts'
import { roles } from '../domain/roles.ts'
import { hasStrayClasses } from '../domain/staff-post.ts'
import { describe } from '../http/describe.ts'
import { limitJson } from '../http/limits.ts'
import { refuseWith } from '../http/refusals.ts'
import { mayAtSite, maySomewhere, type StaffEnv } from '../http/staff.ts'
import { validate } from '../http/validate.ts'
import { writeAudit } from '../stores/audit.ts'
import { employ } from '../stores/employ.ts'
import { emailOf, findAccountAt, listWithoutKeys, sendInvitation, withdrawInvitation } from '../stores/invited.ts'
import { transact } from '../stores/transact.ts'
import { holderId, siteId } from './inputs.ts'
import { personFields, placeFields } from './staff-inputs.ts'

const way = z.enum(['mail', 'letter'])
const person = z.strictObject({
  ...personFields,
  places: z
    .array(z.strictObject({ site: siteId, ...placeFields }).refine((place) => !hasStrayClasses(place)))
    .min(1)
    .max(30)
    .refine((places) => new Set(places.map(({ site }) => site)).size === places.length),
  way,
})
const personParam = z.object({ site: siteId, holder: holderId })

const tokenView = z.object({ token: z.string().nullable().describe('For a letter; a mail brings its own') })
const day = z.string()
const listView = z.object({
  canMail: z.boolean(),
  people: z.array(
    z.object({
      ...{ name: z.string(), email: z.string() },
      places: z.array(
        z.object({ site: z.string(), siteName: z.string(), holder: z.string(), roles: z.array(z.enum(roles)) }),
      ),
      invitedOn: day.nullable(),
      validUntil: day.nullable().describe('Null when no link is open'),
    }),
  ),
})
const refusals = ['not-signed-in', 'not-allowed', 'input-malformed'] as const
const ofPerson = [...refusals, 'site-unknown', 'staff-unknown'] as const

/** One-time links with which new members of staff make their keys. */
export const invitationRoutes = ({ db, clock, isMailSent = false }: Deps) =>
  new Hono<StaffEnv>()
    .get(
      '/team/invitations',
      describe('Who works at my sites and has no keys yet', { answers: { 200: listView }, refusals }),
      maySomewhere('invite-staff'),
      async (c) => {
        const people = await listWithoutKeys(db, sitesWith(c.var.staff, 'invite-staff'), clock.today())
        const now = clock.now()
        const view = people.map(({ name, email, places, invitedAt, expiresAt }) => ({
          ...{ name, email },
          places: places.map(({ roles: held, ...place }) => ({ ...place, roles: [...held] })),
          invitedOn: invitedAt && dayInTheNetherlands(invitedAt),
          validUntil: expiresAt && expiresAt > now ? dayInTheNetherlands(expiresAt) : null,
        }))
        return c.json({ canMail: isMailSent, people: view }, 200)
      },
    )
    .post(
      '/team/invitations',
      describe('Let somebody new work at sites of mine, and invite them', {
        answers: { 201: tokenView },
        refusals: [...refusals, 'own-appointment', 'mail-missing'],
      }),
      limitJson,
      maySomewhere('invite-staff'),
      validate('json', person),
      async (c) => {
        const { name, email, places, way } = c.req.valid('json')
        const mine = sitesWith(c.var.staff, 'invite-staff')
        if (!places.every(({ site }) => mine.includes(site))) return refuseWith(c, 'not-allowed')
        // Nobody gives themselves a function this way: that is for a colleague to do.
        if ((await emailOf(db, c.var.account)) === email) return refuseWith(c, 'own-appointment')
        if (way === 'mail' && !isMailSent) return refuseWith(c, 'mail-missing')
        const token = await transact(db, async (tx) => {
          const employed = await employ(
            tx,
            places.map(({ isExternal, ...place }) => ({ name, email, isExternal, place })),
          )
          const [first] = employed
          if (!first) throw new Error('somebody without a place')
          const found = await findAccountAt(tx, first, clock.today())
          // Whoever has keys already needs no new ones to work at one more site.
          const made = found?.hasKeys
            ? null
            : await sendInvitation(tx, { account: first.account, way, isAnew: false, at: clock.now() })
          for (const { site, holder } of employed) {
            const event = { site, account: c.var.account, action: 'invited', subject: 'staff' } as const
            await writeAudit(tx, { ...event, subjectId: holder }, clock.now())
          }
          return made
        })
        return c.json({ token }, 201)
      },
    )
    .post(
      '/team/sites/:site/staff/:holder/invitation',
      describe('Invite somebody again, or anew who lost all keys', {
        answers: { 201: tokenView },
        refusals: [...ofPerson, 'keys-present', 'mail-missing'],
      }),
      limitJson,
      validate('param', personParam),
      mayAtSite('invite-staff'),
      validate('json', z.strictObject({ way, isAnew: z.boolean().default(false) })),
      async (c) => {
        const place = c.req.valid('param')
        const { way, isAnew } = c.req.valid('json')
        if (way === 'mail' && !isMailSent) return refuseWith(c, 'mail-missing')
        const made = await transact(db, async (tx) => {
          const found = await findAccountAt(tx, place, clock.today())
          if (!found) return 'staff-unknown'
          const { account, hasKeys } = found
          if (hasKeys && !isAnew) return 'keys-present'
          const token = await sendInvitation(tx, { account, way, isAnew: hasKeys, at: clock.now() })
          const event = { site: place.site, account: c.var.account, action: 'invited', subject: 'staff' } as const
          await writeAudit(tx, { ...event, subjectId: place.holder, ...(hasKeys && { detail: 'anew' }) }, clock.now())
          return { token }
        })
        return typeof made === 'string' ? refuseWith(c, made) : c.json(made, 201)
      },
    )
    .delete(
      '/team/sites/:site/staff/:holder/invitation',
      describe('Withdraw an invitation', { answers: { 204: null }, refusals: ofPerson }),
      validate('param', personParam),
      mayAtSite('invite-staff'),
      async (c) => {
        const place = c.req.valid('param')
        const isDone = await transact(db, async (tx) => {
          const found = await findAccountAt(tx, place, clock.today())
          if (!found || !(await withdrawInvitation(tx, found.account))) return false
          const event = { site: place.site, account: c.var.account, action: 'changed', subject: 'staff' } as const
          await writeAudit(tx, { ...event, subjectId: place.holder, detail: 'withdrawn' }, clock.now())
          return true
        })
        return isDone ? c.body(null, 204) : refuseWith(c, 'staff-unknown')
      },
    )
