import { type Asked, ask, makeClient, type Told } from '../../client.ts'

const { team } = makeClient()
const ofPerson = team.sites[':site'].staff[':holder'].invitation

export type Way = 'mail' | 'letter'
export type Waiting = Told<typeof team.invitations.$get>['people'][number]
export type NewPerson = Asked<typeof team.invitations.$post>

const paramOf = ({ places: [place] }: Waiting) => ({ site: place?.site ?? '', holder: place?.holder ?? '' })

/** What the page of invitations asks of the server. */
export const inviteApi = {
  waiting: () => ask(team.invitations.$get()),
  invite: (json: NewPerson) => ask(team.invitations.$post({ json })),
  again: (person: Waiting, way: Way) => ask(ofPerson.$post({ param: paramOf(person), json: { way } })),
  withdraw: (person: Waiting) => ask(ofPerson.$delete({ param: paramOf(person) })),
} as const
