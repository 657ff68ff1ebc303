import type { BringIn } from './hand-on-api.ts'
import { type Candidate, candidatesOf, type Given } from './who-can-read.ts'

/** Who is offered beside the report: mentors of the class that was chosen, and team leaders. */
export type Offered = Readonly<{ mentors: readonly Candidate[]; teamLeaders: readonly Candidate[] }>

/** Only whom the site key vouches for, who does not read it yet, and whom neither the reporter nor they themselves kept out. */
export function offeredFor({ people, classGroups }: BringIn, classGroup: string, given: Given): Offered {
  const candidates = candidatesOf({ siteKey: given.siteKey, functions: [], people: [...people] }, given)
  const mentors = classGroups.find(({ name }) => name === classGroup)?.mentors ?? []
  const leaders = new Set(people.filter(({ isTeamLeader }) => isTeamLeader).map(({ holder }) => holder))
  return {
    mentors: candidates.filter(({ holder }) => mentors.includes(holder)),
    teamLeaders: candidates.filter(({ holder }) => leaders.has(holder) && !mentors.includes(holder)),
  }
}

/** Who is chosen to begin with. Of several team leaders nobody can know whose class it is. */
export const chosenFirst = ({ mentors, teamLeaders }: Offered): readonly string[] =>
  [...mentors, ...(teamLeaders.length === 1 ? teamLeaders : [])].map(({ holder }) => holder)

/** The class as the school writes it, of what a reporter typed; empty when there is no such class. */
export function classFrom(typed: string | undefined, { classGroups }: Pick<BringIn, 'classGroups'>): string {
  const plain = (name: string) => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
  const wanted = plain(typed ?? '')
  return wanted === '' ? '' : (classGroups.find(({ name }) => plain(name) === wanted)?.name ?? '')
}
