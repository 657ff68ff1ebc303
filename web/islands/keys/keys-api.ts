import type { ReceivingFunction, Role } from '../../../api/domain/roles.ts'
import { type Asked, ask, makeClient } from '../../client.ts'

export type KeysClient = ReturnType<typeof makeClient>

type Site = KeysClient['team']['sites'][':site']
type OfFunction = Site['functions'][':role']

/** What is asked of the server about keys and posts. Every answer is an `Answer` of web/client.ts. */
export function keysApi(client: KeysClient = makeClient()) {
  const at = client.team.sites[':site']
  const param = (site: string) => ({ site })
  return {
    instance: () => ask(client.instance.$get()),
    keys: (site: string) => ask(at.keys.$get({ param: param(site) })),
    makeSiteKey: (site: string, json: Asked<Site['site-key']['$post']>) =>
      ask(at['site-key'].$post({ param: param(site), json })),
    shareSiteKey: (site: string, json: Asked<Site['site-key']['shares']['$post']>) =>
      ask(at['site-key'].shares.$post({ param: param(site), json })),
    pin: (site: string, pin: string) => ask(at.pin.$put({ param: param(site), json: { pin } })),
    sign: (site: string, certificates: readonly string[]) =>
      ask(at.certificates.$post({ param: param(site), json: { certificates: [...certificates] } })),
    neighbours: (site: string) => ask(at.neighbours.$get({ param: param(site) })),
    vouch: (site: string, neighbour: string, statement: string) =>
      ask(at.neighbours[':neighbour'].$put({ param: { site, neighbour }, json: { statement } })),
    withdraw: (site: string, neighbour: string) =>
      ask(at.neighbours[':neighbour'].$delete({ param: { site, neighbour } })),

    makeKey: (site: string, role: ReceivingFunction, json: Asked<OfFunction['keys']['$post']>) =>
      ask(at.functions[':role'].keys.$post({ param: { site, role }, json })),
    letIn: (site: string, role: ReceivingFunction, json: Asked<OfFunction['shares']['$post']>) =>
      ask(at.functions[':role'].shares.$post({ param: { site, role }, json })),
    escrow: (site: string, role: ReceivingFunction) =>
      ask(at.functions[':role'].escrow.$get({ param: { site, role } })),
    restore: (site: string, role: ReceivingFunction, json: Asked<OfFunction['restore']['$post']>) =>
      ask(at.functions[':role'].restore.$post({ param: { site, role }, json })),

    people: (site: string) => ask(at.people.$get({ param: param(site) })),
    appoint: (site: string, role: Role, holder: string) =>
      ask(at.posts[':role'][':holder'].$put({ param: { site, role, holder } })),
    remove: (site: string, role: Role, holder: string) =>
      ask(at.posts[':role'][':holder'].$delete({ param: { site, role, holder } })),
    leave: (site: string, holder: string) => ask(at.staff[':holder'].leave.$post({ param: { site, holder } })),
    block: (site: string, holder: string) => ask(at.staff[':holder'].block.$put({ param: { site, holder } })),
    unblock: (site: string, holder: string) => ask(at.staff[':holder'].block.$delete({ param: { site, holder } })),
    /** By letter: whoever lost everything gets it in hand, and not by a mail that somebody else may read. */
    inviteAnew: (site: string, holder: string) =>
      ask(at.staff[':holder'].invitation.$post({ param: { site, holder }, json: { way: 'letter', isAnew: true } })),
    deputies: (site: string) => ask(at.deputies.$get({ param: param(site) })),
    planDeputy: (site: string, json: Asked<Site['deputies']['$post']>) =>
      ask(at.deputies.$post({ param: param(site), json })),
    moveDeputy: (site: string, json: Asked<Site['deputies']['$put']>) =>
      ask(at.deputies.$put({ param: param(site), json })),
    endDeputies: (site: string) => ask(at.deputies.$delete({ param: param(site) })),
  } as const
}

export type KeysApi = ReturnType<typeof keysApi>
