import { type Env, Hono, type Schema } from 'hono'
import { openAPIRouteHandler } from 'hono-openapi'
import { z } from 'zod'
import { describe } from '../http/describe.ts'

const authorization = (description: string) =>
  ({ type: 'apiKey', in: 'header', name: 'Authorization', description }) as const

const documentation = {
  info: {
    title: 'Vijfspoor',
    version: '1',
    description:
      'Private interface of the Vijfspoor pages. Everything called `sealed` is an age file that a browser made, in base64url. A refusal is `{ "refusal": "<why>" }` and says nothing else.',
  },
  components: {
    securitySchemes: {
      code: authorization('`Code <lookup>.<proof>`: both made from the access code in the browser'),
      draft: authorization('`Draft <token>`: given for a solved challenge'),
      session: { type: 'apiKey', in: 'cookie', name: 'vijfspoor.session_token' } as const,
    },
  },
}

/** What the input checks answer, in the place of the library's own answer, which would send the input back. */
const defaultValidationErrorResponse = {
  description: 'Refused.',
  content: {
    'application/json': {
      schema: {
        type: 'object' as const,
        properties: { refusal: { type: 'string' as const, enum: ['input-malformed'] } },
      },
    },
  },
}

/** Describes every route of `api`, from the code that answers them. Mounted last. */
export const openapiRoutes = <E extends Env, S extends Schema, P extends string>(api: Hono<E, S, P>) =>
  new Hono().get(
    '/openapi.json',
    describe('This document', { answers: { 200: z.object({ openapi: z.literal('3.1.0') }).loose() } }),
    openAPIRouteHandler(api, { documentation, excludeStaticFile: false, defaultValidationErrorResponse }),
  )
