import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { z } from 'zod'
import { periodLimits } from '../api/domain/retention/periods.ts'

const colours = z.strictObject({
  accent: z.string().regex(/^#[0-9a-f]{6}$/i),
  accentSoft: z.string().regex(/^#[0-9a-f]{6}$/i),
})

const site = z.strictObject({
  id: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1).max(60),
  region: z.enum(['noord', 'midden', 'zuid']),
  schoolTypes: z.array(z.string().min(1)).min(1),
  phone: z.string().nullable(),
})

const period = z.int().min(periodLimits.least).max(periodLimits.most)

const schoolConfig = z.strictObject({
  $comment: z.string().optional(),
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  name: z.string().min(1).max(80),
  portalName: z.string().min(1).max(40),
  neutralExit: z.url({ protocol: /^https$/ }),
  answerWithinSchoolDays: z.int().min(1).max(20),
  protocol: z.strictObject({
    id: z.string().min(1),
    version: z.string().min(1),
    terms: z.record(z.string(), z.int()).optional(),
  }),
  retention: z.strictObject({ report: period, dossier: period, 'set-aside': period }).partial().optional(),
  theme: z.strictObject({ light: colours, dark: colours }),
  texts: z.strictObject({ welcome: z.string().min(1), mentorLabel: z.string().min(1) }),
  sites: z
    .array(site)
    .min(1)
    .refine((sites) => new Set(sites.map(({ id }) => id)).size === sites.length, 'two sites have the same id'),
})

/** What one school fills in: docs/configure-a-school.md. */
export type SchoolConfig = z.infer<typeof schoolConfig>

/** @throws an error that names each wrong field and the file, when the file is missing or not a school. */
export function readSchoolConfig(file = process.env.SCHOOL_CONFIG ?? 'school.json'): SchoolConfig {
  const path = resolve(file)
  const parsed = schoolConfig.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (!parsed.success) throw new Error(`${path} does not describe a school:\n${z.prettifyError(parsed.error)}`)
  return parsed.data
}
