import { describeRoute, resolver } from 'hono-openapi'
import { type ZodType, z } from 'zod'
import { type Refusal, refusalStatus } from './refusals.ts'

type Answers = Readonly<{
  /** What a good answer holds per status; null is an empty body, 'bytes' a sealed file. */
  answers: Readonly<Record<number, ZodType | null | 'bytes'>>
  refusals?: readonly Refusal[]
}>

/** Describes a route for the OpenAPI document: what it is for, what comes back, and each refusal it can give. */
export function describe(summary: string, { answers, refusals = [] }: Answers) {
  const good = Object.entries(answers).map(([status, schema]) => [status, goodAnswer(schema)])
  const statuses = [...new Set(refusals.map((refusal) => refusalStatus[refusal]))]
  const refused = statuses.map((status) => {
    const literals = refusals.filter((refusal) => refusalStatus[refusal] === status)
    const needed = literals.includes('owner-needed') ? { needed: neededView.optional() } : {}
    return [status, json('Refused.', z.object({ refusal: z.enum(literals), ...needed }))]
  })
  return describeRoute({ summary, responses: Object.fromEntries([...good, ...refused]) })
}

const neededView = z
  .object({ holders: z.array(z.string()), reports: z.int().nullable() })
  .describe('Through whom reports would be left alone; the number is not told of a vertrouwenspersoon')

function goodAnswer(schema: ZodType | null | 'bytes') {
  if (schema === null) return { description: 'Done.' }
  if (schema === 'bytes') return { description: 'One sealed file.', content: { 'application/octet-stream': {} } }
  return json('Done.', schema)
}

const json = (description: string, schema: ZodType) => ({
  description,
  content: { 'application/json': { schema: resolver(schema) } },
})
