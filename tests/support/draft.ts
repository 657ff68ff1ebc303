import { solveChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import { ask } from '../../web/client.ts'
import { accepted, type SchoolApi } from './school-api.ts'

/** Does the work a browser does, and opens a draft with it. */
export async function openDraft(api: SchoolApi, site: string): Promise<string> {
  const solution = await solve(api, site)
  const { draft } = await accepted(ask(api.client.sites[':site'].drafts.$post({ param: { site }, json: { solution } })))
  return draft
}

export async function solve({ client }: SchoolApi, site: string) {
  const challenge = await accepted(ask(client.sites[':site'].challenge.$get({ param: { site } })))
  const solution = await solveChallenge({ challenge, deriveKey, timeout: 600_000 })
  if (!solution) throw new Error('not solved')
  return { challenge, solution: { counter: solution.counter, derivedKey: solution.derivedKey } }
}
