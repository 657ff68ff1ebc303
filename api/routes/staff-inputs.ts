import { z } from 'zod'
import { roles } from '../domain/roles.ts'
import { staffLimits } from '../domain/staff-post.ts'
import { line } from './inputs.ts'

export const personFields = {
  name: line(staffLimits.name),
  email: z.string().trim().toLowerCase().pipe(z.email().max(staffLimits.email)),
} as const

/** A list in which the same thing twice is once. */
const distinct = <Item extends z.ZodType<string>>(item: Item, most: number) =>
  z
    .array(item)
    .max(most)
    .transform((items) => [...new Set(items)])

export const placeFields = {
  isExternal: z.boolean().nullable().default(null).describe('Not employed by the school; null leaves it as it is'),
  roles: distinct(z.enum(roles), roles.length),
  classGroups: distinct(line(staffLimits.classGroup), staffLimits.classGroups),
} as const
