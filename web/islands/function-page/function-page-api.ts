import type { publishedFunctions } from '../../../api/domain/roles.ts'
import { ask, makeClient, type Told } from '../../client.ts'

const page = makeClient().team.sites[':site']['function-page']

export type FunctionPage = Told<typeof page.$get>
export type NamedPerson = FunctionPage['people'][number]
export type PublishedRole = (typeof publishedFunctions)[number]
export type PublicFacts = Readonly<{ reach: string | null; hours: string | null; isExternal: boolean }>

/** What the page of functions asks of the server. */
export const functionPageApi = {
  page: (site: string) => ask(page.$get({ param: { site } })),
  saveFacts: (site: string, holder: string, json: PublicFacts) =>
    ask(page.people[':holder'].$put({ param: { site, holder }, json })),
  savePhoto: (site: string, holder: string, photo: string) =>
    ask(page.people[':holder'].photo.$put({ param: { site, holder }, json: { photo } })),
  removePhoto: (site: string, holder: string) => ask(page.people[':holder'].photo.$delete({ param: { site, holder } })),
  saveOrder: (site: string, role: PublishedRole, holders: readonly string[]) =>
    ask(page.order[':role'].$put({ param: { site, role }, json: { holders: [...holders] } })),
} as const

export const photoAddress = (site: string, { holder, photoMark }: Pick<NamedPerson, 'holder' | 'photoMark'>) =>
  photoMark === null ? null : `/api/sites/${site}/photos/${holder}?v=${photoMark}`
