import { randomUUID } from 'node:crypto'
import { holderSeenFrom } from '../../api/domain/holder-id.ts'
import type { LocalDate } from '../../api/domain/local-date.ts'
import type { ReportState } from '../../api/domain/report.ts'
import { ask } from '../../web/client.ts'
import { fromBase64Url, toBase64Url } from '../../web/crypto/bytes.ts'
import { readCertificate } from '../../web/crypto/certificate.ts'
import { type Author, sealEnvelope } from '../../web/crypto/envelope.ts'
import { openFunctionKey } from '../../web/crypto/function-key.ts'
import { readNeighbour } from '../../web/crypto/neighbour.ts'
import { nextHeader } from '../../web/crypto/next-header.ts'
import type { OpenedConversation } from '../../web/crypto/open-conversation.ts'
import { type SigningKeyPair, signingKeyFromSeed } from '../../web/crypto/signing.ts'
import { openStaffBox, type StaffBox } from '../../web/crypto/staff-box.ts'
import { deriveStaffSecrets } from '../../web/crypto/staff-secrets.ts'
import { openWithAuthors } from '../../web/islands/shared/open-with-authors.ts'
import { stretchOnce } from './known-stretches.ts'
import { authorsAt, type ReadableConversation, sourceOf } from './reporter.ts'
import { accepted, apiOf, type SchoolApi } from './school-api.ts'

/** A member of staff at work: signed in, with every key that the password opens. */
export type Colleague = Readonly<{
  api: SchoolApi
  box: StaffBox
  signing: SigningKeyPair
  /** By site: the holder they are, and the identities they can open grants with, by holder. */
  places: ReadonlyMap<string, ColleaguePlace>
}>

export type ColleaguePlace = Readonly<{
  holder: string
  identities: ReadonlyMap<string, readonly string[]>
  /** What the site signed about others. */
  neighbours: readonly string[]
}>

/**
 * As whom somebody stands at a site, and the site key they trust there: of their own site the pinned one, of another the
 * one that theirs vouches for, or null.
 */
export function standingAt({ box, places }: Pick<Colleague, 'box' | 'places'>, site: string) {
  const own = places.get(site)
  if (own) return { ...own, siteKey: box.siteKeys[site] ?? '' }
  const [home = '', place] = [...places][0] ?? []
  const seen = (holder: string) => holderSeenFrom(site, home, holder)
  const said = place?.neighbours.flatMap(
    (one) => readNeighbour(one, box.siteKeys[home] ?? '', { site: home, neighbour: site }) ?? [],
  )
  return {
    holder: seen(place?.holder ?? ''),
    identities: new Map([...(place?.identities ?? [])].map(([holder, keys]) => [seen(holder), keys])),
    siteKey: said?.[0]?.siteKey ?? null,
  }
}

export type SignedIn = Readonly<{ api: SchoolApi; cookie: string; unlockIdentity: string }>

type Handler = (request: Request) => Response | Promise<Response>

/** Signs in as the browser does: the password stays here. @throws the refusal. */
export async function signIn(handle: Handler, salt: Uint8Array, email: string, password: string): Promise<SignedIn> {
  const { authentication, unlockIdentity } = await deriveStaffSecrets(await stretchOnce(password, email, salt))
  const response = await apiOf(handle).send('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: authentication }),
  })
  if (!response.ok) throw new Error(`refused: ${((await response.json()) as { refusal: string }).refusal}`)
  const cookie = response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
  return { api: apiOf(handle, { cookie }), cookie, unlockIdentity }
}

export async function openKeys({ api, unlockIdentity }: SignedIn): Promise<Colleague> {
  const me = await accepted(ask(api.client.team.me.$get()))
  const box = await openStaffBox(fromBase64Url(me.box), unlockIdentity)
  const places = new Map<string, ColleaguePlace>()
  for (const { site, holder, functions, neighbours } of me.sites) {
    const identities = new Map([[holder, [box.identity]]])
    const held = functions.flatMap(({ role, former, ...newest }) =>
      [newest, ...former].map((key) => ({ role, ...key })),
    )
    for (const { role, certificate, functionKey } of held) {
      const recipient = readCertificate(certificate, box.siteKeys[site] ?? '', { site, holder: role })?.recipient ?? ''
      const expected = { site, role, member: holder, recipient }
      const identity = await openFunctionKey(fromBase64Url(functionKey), box.identity, expected)
      identities.set(role, [...(identities.get(role) ?? []), identity])
    }
    places.set(site, { holder, identities, neighbours })
  }
  return { api, box, signing: signingKeyFromSeed(box.signingSeed), places }
}

type Place = Readonly<{ site: string; report: string }>

/** Opens and checks a report. @throws 'report-unknown' when it is not theirs. */
export async function openReport(colleague: Colleague, param: Place) {
  const stored = await accepted(ask(colleague.api.client.team.reports[':site'][':report'].$get({ param })))
  return { stored, conversation: await readAsColleague(colleague, stored, colleague.api) }
}

export const readAsColleague = (
  who: Pick<Colleague, 'box' | 'places'>,
  stored: ReadableConversation,
  api?: SchoolApi,
): Promise<OpenedConversation> => {
  const { siteKey, identities } = standingAt(who, stored.site)
  const reader = { kind: 'staff', siteKey, identities } as const
  return openWithAuthors(sourceOf(stored), stored.grants, reader, authorsAt(stored.site, api))
}

/** Writes an answer, or a new state, under the key in force. */
export async function sealAnswer(
  colleague: Colleague,
  place: Place,
  conversation: OpenedConversation,
  written: Readonly<{ text: string; on: LocalDate; state?: ReportState }>,
) {
  const { signing } = colleague
  const { holder } = standingAt(colleague, place.site)
  const author: Author = { kind: 'staff', holder, key: signing.publicKey }
  const purpose = written.state ? 'status' : 'message'
  const header = nextHeader(conversation, { ...place, author, purpose, on: written.on })
  const body = written.state ? { state: written.state } : { text: written.text, attachments: [] }
  const sealed = await sealEnvelope(header, body, signing.secret, conversation.recipient ?? '')
  return {
    ...{ id: randomUUID(), epoch: conversation.epoch, sealed: toBase64Url(sealed) },
    ...(written.state && { state: written.state }),
  }
}

export async function answer(colleague: Colleague, place: Place, written: Parameters<typeof sealAnswer>[3]) {
  const { conversation } = await openReport(colleague, place)
  const json = await sealAnswer(colleague, place, conversation, written)
  return accepted(ask(colleague.api.client.team.reports[':site'][':report'].messages.$post({ param: place, json })))
}
