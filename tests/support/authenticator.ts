import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

/** A passkey device in a few lines, so that a test can also be one that does what no honest device does. */
export function authenticator(origin: string) {
  const rpIdHash = sha256(new URL(origin).hostname)
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  const shared = { id: url(id), rawId: url(id), type: 'public-key', clientExtensionResults: {} } as const

  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))

  /** @param isVerified - whether the device says that it recognised its owner. */
  function make(challenge: string, { isVerified = true } = {}) {
    const key = cborMap([1, 2], [3, -7], [-1, 1], [-2, Buffer.from(x, 'base64url')], [-3, Buffer.from(y, 'base64url')])
    const length = Buffer.from([0, id.length])
    const data = Buffer.concat([head(isVerified ? 0x45 : 0x41, 0), Buffer.alloc(16), length, id, key])
    const attestationObject = cborMap(['fmt', 'none'], ['attStmt', 'empty'], ['authData', data])
    const response = { clientDataJSON: url(clientData('webauthn.create', challenge)), transports: ['internal'] }
    return { ...shared, response: { ...response, attestationObject: url(attestationObject) } }
  }

  function use(challenge: string, { isVerified = true, counter = 1 } = {}) {
    const data = head(isVerified ? 0x05 : 0x01, counter)
    const client = clientData('webauthn.get', challenge)
    const signature = sign('sha256', Buffer.concat([data, sha256(client)]), privateKey)
    const response = { clientDataJSON: url(client), authenticatorData: url(data), signature: url(signature) }
    return { ...shared, response }
  }

  function head(flags: number, counter: number): Buffer {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([rpIdHash, Buffer.from([flags]), count])
  }

  return { id: url(id), make, use }
}

const sha256 = (bytes: string | Uint8Array): Buffer => createHash('sha256').update(bytes).digest()
const url = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64url')

type Cbor = number | string | Buffer

const cborMap = (...pairs: readonly (readonly [Cbor, Cbor])[]): Buffer =>
  Buffer.concat([Buffer.from([0xa0 + pairs.length]), ...pairs.flat().map(cbor)])

/** As much of CBOR as a passkey needs; 'empty' is a map without anything. */
function cbor(value: Cbor): Buffer {
  if (value === 'empty') return Buffer.from([0xa0])
  if (typeof value === 'number') return value < 0 ? Buffer.from([0x20 - value - 1]) : Buffer.from([value])
  const bytes = Buffer.from(value as string)
  const kind = typeof value === 'string' ? 0x60 : 0x40
  return Buffer.concat([
    bytes.length < 24 ? Buffer.from([kind + bytes.length]) : Buffer.from([kind + 24, bytes.length]),
    bytes,
  ])
}
