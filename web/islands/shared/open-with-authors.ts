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
 * Opens a conversation, and asks for the certificates of authors whom the server did not send along: it cannot see
 * who wrote what, so it knows nobody who was left out since. The site key still decides whether they count.
 *
 * @throws as `openConversation` does, and whatever `findCertificates` throws.
 */
export async function openWithAuthors(
  source: Source,
  grants: Grants,
  reader: Reader,
  findCertificates: (holders: readonly string[]) => Promise<readonly string[]>,
): Promise<OpenedConversation> {
  const opened = await openConversation(source, grants, reader)
  const authors = await unknownAuthors(source.stored, opened)
  if (authors.length === 0) return opened
  const found = await findCertificates(authors)
  if (found.length === 0) return opened
  return openConversation({ ...source, certificates: [...source.certificates, ...found] }, grants, reader)
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
  return [...authors].slice(0, askedAtOnce)
}
