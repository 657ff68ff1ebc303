import { z } from 'zod'
import { roles } from '../domain/roles.ts'

const day = z.string().describe('Calendar day in the Netherlands, YYYY-MM-DD')

/** Who works at a site, for those who appoint people. */
export const peopleView = z.array(
  z.object({
    ...{ holder: z.string(), name: z.string(), email: z.string() },
    roles: z.array(
      z.object({
        role: z.enum(roles),
        since: day.nullable().describe('The first day of a deputy, perhaps yet to come'),
        ...{ until: day.nullable(), deputyFor: z.string().nullable() },
      }),
    ),
    hasKeys: z.boolean().describe('Made their keys'),
    hasSheet: z.boolean().describe('Typed their recovery sheet over'),
    isSigned: z.boolean().describe('The site key vouches for them'),
    isBlocked: z.boolean(),
    isExternal: z.boolean().describe('Not employed by the school'),
  }),
)

export const absencesView = z.array(
  z.object({
    ...{ absent: z.string(), deputy: z.string(), firstDay: day, lastDay: day },
    name: z.string().describe('Of the other of the two'),
  }),
)
