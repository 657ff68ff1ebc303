import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createApp } from '../../../api/app.ts'
import { refusalStatus } from '../../../api/http/refusals.ts'
import { emptySchool } from '../../support/app.ts'

type Operation = Readonly<{
  summary?: string
  responses: Readonly<Record<string, { content?: Record<string, { schema?: unknown }> }>>
  requestBody?: unknown
  parameters?: readonly { name: string; in: string }[]
}>
type Document = Readonly<{ openapi: string; paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> }>

let school: Awaited<ReturnType<typeof emptySchool>>
let app: ReturnType<typeof createApp>
let document: Document

beforeAll(async () => {
  school = await emptySchool()
  app = createApp(school.deps)
  document = (await (await app.request('http://school.test/api/openapi.json')).json()) as Document
}, 60_000)
afterAll(() => school.close())

const methods = new Set(['GET', 'POST', 'PUT', 'DELETE', 'PATCH'])

/** What the program really answers, as the router knows it. */
const routes = () => [
  ...new Set(
    app.routes
      .filter(({ method, path }) => methods.has(method) && path.startsWith('/api/') && !path.includes('*'))
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`),
  ),
]
const operations = () =>
  Object.entries(document.paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, operation })),
  )

describe('the OpenAPI document', () => {
  test('describes every route there is, and no other', () => {
    expect(routes().length).toBeGreaterThan(20)
    expect(
      operations()
        .map(({ name }) => name)
        .sort(),
    ).toEqual(routes().sort())
  })

  test('says of each route what it is for and what comes back', () => {
    for (const { name, operation } of operations()) {
      expect(operation.summary, name).toMatch(/\w/)
      const statuses = Object.keys(operation.responses)
      expect(
        statuses.some((status) => /^[23]/.test(status)),
        name,
      ).toBe(true)
    }
  })

  test('describes each body that is sent and each part of an address', () => {
    for (const { name, operation } of operations()) {
      if (/^POST .*(reports|messages|epochs|sites\/\{site\}\/drafts|staff-search|email)$/.test(name)) {
        expect(operation.requestBody, name).toBeDefined()
      }
      const inPath = (operation.parameters ?? [])
        .filter((parameter) => parameter.in === 'path')
        .map(({ name: own }) => own)
      expect(inPath.sort(), name).toEqual([...name.matchAll(/\{(\w+)\}/g)].map(([, own]) => own).sort())
    }
  })

  test('names refusals under the status they have', () => {
    const known = JSON.stringify(refusalStatus)
    for (const { name, operation } of operations()) {
      for (const [status, { content }] of Object.entries(operation.responses)) {
        if (Number(status) < 400) continue
        const literals = [...JSON.stringify(content ?? {}).matchAll(/"enum":\[([^\]]*)\]/g)].flatMap(([, list]) =>
          JSON.parse(`[${list}]`),
        )
        expect(literals.length, `${name} ${status}`).toBeGreaterThan(0)
        for (const literal of literals) expect(known, `${name} ${status}`).toContain(`"${literal}":${status}`)
      }
    }
  })
})
