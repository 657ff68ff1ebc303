import { z } from 'zod'
import { receivingFunctions } from '../domain/roles.ts'

/** What goes out when a member of staff looks for somebody to give a report. */
export const colleaguesView = z.object({
  siteKey: z.string().nullable().describe('As the server names it; only a pinned or vouched key counts'),
  functions: z.array(
    z.object({
      role: z.enum(receivingFunctions),
      certificate: z.string(),
      evidence: z.array(z.string()).describe('Where members confirm each other: as in /team/me'),
    }),
  ),
  people: z.array(z.object({ holder: z.string(), name: z.string(), certificate: z.string() })),
})

export const bringInView = z.object({
  siteKey: z.string().nullable().describe('As the server names it; only a pinned or vouched key counts'),
  classGroups: z.array(z.object({ name: z.string(), mentors: z.array(z.string()).describe('Holders') })),
  people: z.array(
    z.object({ holder: z.string(), name: z.string(), certificate: z.string(), isTeamLeader: z.boolean() }),
  ),
})
