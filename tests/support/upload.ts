import { randomUUID } from 'node:crypto'
import { putChunk } from '../../web/client.ts'
import { sealChunks } from '../../web/crypto/attachment.ts'
import type { Manifest } from '../../web/crypto/message.ts'
import type { Reporter } from './reporter.ts'
import { accepted } from './school-api.ts'

type Sender = Pick<Reporter, 'api' | 'site' | 'report'> & Readonly<{ reportKey: Readonly<{ recipient: string }> }>

/** Seals a file and puts its chunks under a draft, one after the other. */
export async function uploadFile(
  { api, site, report, reportKey }: Sender,
  draft: string,
  bytes: Uint8Array,
  id: string = randomUUID(),
): Promise<Manifest> {
  const source = new Blob([new Uint8Array(bytes)])
  const sha256: string[] = []
  for await (const { index, sealed, digest } of sealChunks(source, reportKey.recipient, {
    site,
    report,
    attachment: id,
  })) {
    await accepted(putChunk(draft, { attachment: id, index, sealed }, { send: api.send }))
    sha256.push(digest)
  }
  return { id, name: 'foto.jpg', type: 'image/jpeg', size: bytes.length, sha256 }
}
