import { fromBase64Url } from '../../crypto/bytes.ts'
import type { StoredMessage } from '../../crypto/conversation.ts'
import { openEnvelope } from '../../crypto/envelope.ts'
import { type OpenedConversation, openConversation } from '../../crypto/open-conversation.ts'

type Source = Parameters<typeof openConversation>[0]
type Grants = Parameters<typeof openConversation>[1]
type Reader = Parameters<typeof openConversation>[2]

// As many as the server tells about in one answer; more authors than that no conversation has.
const askedAtOnce = 24

/**
 * Opens a conversation, and asks for the certificates of those who wrote in it, or handed its key on, and whom the
 * server did not send along: it cannot see who did what, so it knows nobody who was left out since. The site key still
 * decides whether they count.
 *
 * @throws as `openConversation` does, and whatever `findCertificates` throws.
 */
export async function openWithAuthors(
  source: Source,
  grants: Grants,
  reader: Reader,
  findCertificates: (holders: readonly string[]) => Promise<readonly string[]>,
  // Who handed on a key is asked for first; only with that key it shows who wrote.
  rounds = 2,
): Promise<OpenedConversation> {
  const opening = openConversation(source, grants, reader)
  const opened = await opening.catch(() => null)
  const isWhole = opened?.warnings.every(({ kind }) => kind !== 'bad-grant')
  const authors = new Set(isWhole ? [] : await grantMakers(grants, reader))
  if (opened) for (const author of await unknownAuthors(source.stored, opened)) authors.add(author)
  const found = authors.size === 0 || rounds === 0 ? [] : await findCertificates([...authors].slice(0, askedAtOnce))
  if (found.length === 0) return opening
  const certificates = [...source.certificates, ...found]
  return openWithAuthors({ ...source, certificates }, grants, reader, findCertificates, rounds - 1)
}

/** Who the grants that this reader can decrypt say they are from. */
async function grantMakers(grants: Grants, reader: Reader): Promise<string[]> {
  const makers: string[] = []
  for (const { sealed, holder = 'reporter' } of grants) {
    const identities = reader.kind === 'reporter' ? [reader.keys.identity] : (reader.identities.get(holder) ?? [])
    for (const identity of identities) {
      const bytes = typeof sealed === 'string' ? fromBase64Url(sealed) : sealed
      const author = await openEnvelope(bytes, identity).then(
        ({ header }) => header.author,
        () => null,
      )
      if (author?.kind === 'staff') makers.push(author.holder)
    }
  }
  return makers
}

/** Who the messages that count as forged say they are from. */
async function unknownAuthors(
  stored: readonly StoredMessage[],
  { warnings, grantIdentities }: OpenedConversation,
): Promise<string[]> {
  const forged = new Set(warnings.flatMap((warning) => (warning.kind === 'forged' ? [warning.id] : [])))
  const authors = new Set<string>()
  for (const { id, epoch, sealed } of stored) {
    const identity = grantIdentities.get(epoch)
    if (!forged.has(id) || identity === undefined) continue
    const bytes = typeof sealed === 'string' ? fromBase64Url(sealed) : sealed
    const { author } = (await openEnvelope(bytes, identity)).header
    if (author.kind === 'staff') authors.add(author.holder)
  }
  return [...authors]
}
