import type { ValidationTargets } from 'hono'
import { validator } from 'hono-openapi'
import type { ZodType } from 'zod'
import { refuseWith } from './refusals.ts'

/**
 * Checks one part of a request and describes it in the OpenAPI document. On failure it says only that the input is
 * malformed: the library's own answer would send the whole input back.
 */
export const validate = <Schema extends ZodType, Target extends keyof ValidationTargets>(
  target: Target,
  schema: Schema,
) => validator(target, schema, (result, c) => (result.success ? undefined : refuseWith(c, 'input-malformed')))
