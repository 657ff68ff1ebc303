import { fromBase64Url, toBase64Url } from '../../crypto/bytes.ts'
import { passkeyQuestion } from '../../crypto/passkey-box.ts'
import type { AuthenticationOptions, NewCredential, RegistrationOptions, UsedCredential } from './sign-in-api.ts'

/** `answer`: what opens the keys. It never leaves this browser; null where browser or passkey cannot give it. */
export type UsedPasskey = Readonly<{ credential: UsedCredential; answer: Uint8Array | null }>
export type MadePasskey = Readonly<{ credential: NewCredential; answer: Uint8Array | null }>

export const hasPasskeys = (): boolean => isSecureContext && 'PublicKeyCredential' in window

const prf = { prf: { eval: { first: passkeyQuestion } } }

/** Asks the person for a passkey. @throws when they do not go on, or have none. */
export async function usePasskey({
  challenge,
  rpId,
  timeout,
  allowCredentials = [],
}: AuthenticationOptions): Promise<UsedPasskey> {
  const found = await navigator.credentials.get({
    publicKey: {
      ...{ challenge: bytesOf(challenge), rpId, timeout, extensions: prf },
      // The library would be content without; a passkey counts as two factors because its owner was verified.
      userVerification: 'required',
      allowCredentials: allowCredentials.map(described),
    },
  })
  const used = found as PublicKeyCredential
  const { clientDataJSON, authenticatorData, signature, userHandle } = used.response as AuthenticatorAssertionResponse
  const response = {
    clientDataJSON: encoded(clientDataJSON),
    authenticatorData: encoded(authenticatorData),
    signature: encoded(signature),
    ...(userHandle && userHandle.byteLength > 0 && { userHandle: encoded(userHandle) }),
  }
  return { credential: { ...shared(used), response }, answer: answerOf(used) }
}

/** Makes a passkey on whatever device the person chooses. @throws when they do not go on. */
export async function makePasskey(options: RegistrationOptions): Promise<MadePasskey> {
  const found = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytesOf(options.challenge),
      user: { ...options.user, id: bytesOf(options.user.id) },
      excludeCredentials: options.excludeCredentials.map(described),
      authenticatorSelection: { residentKey: 'required', requireResidentKey: true, userVerification: 'required' },
      attestation: 'none',
      extensions: prf,
    },
  })
  const made = found as PublicKeyCredential
  const attestation = made.response as AuthenticatorAttestationResponse
  const response = {
    clientDataJSON: encoded(attestation.clientDataJSON),
    attestationObject: encoded(attestation.attestationObject),
    transports: attestation.getTransports?.() ?? [],
  }
  return { credential: { ...shared(made), response }, answer: answerOf(made) ?? (await askAgain(made, options.rp.id)) }
}

/** Many devices give their answer only when a passkey is used, not when it is made. */
async function askAgain(made: PublicKeyCredential, rpId: string): Promise<Uint8Array | null> {
  if (!made.getClientExtensionResults().prf?.enabled) return null
  const challenge = toBase64Url(crypto.getRandomValues(new Uint8Array(32)))
  const allowCredentials = [{ type: 'public-key' as const, id: made.id }]
  const used = await usePasskey({ challenge, rpId, timeout: 60_000, allowCredentials }).catch(() => null)
  return used?.answer ?? null
}

const shared = (credential: PublicKeyCredential) => ({
  ...{ id: credential.id, rawId: encoded(credential.rawId), type: 'public-key' as const },
  // What the extensions gave stays here.
  clientExtensionResults: {},
})

function answerOf(credential: PublicKeyCredential): Uint8Array | null {
  const first = credential.getClientExtensionResults().prf?.results?.first
  if (!first) return null
  return ArrayBuffer.isView(first) ? new Uint8Array(first.buffer) : new Uint8Array(first)
}

const described = ({ id, transports }: Readonly<{ id: string; transports?: readonly string[] | undefined }>) => ({
  type: 'public-key' as const,
  id: bytesOf(id),
  ...(transports && { transports: transports as AuthenticatorTransport[] }),
})

const encoded = (bytes: ArrayBuffer): string => toBase64Url(new Uint8Array(bytes))

/** WebAuthn takes no memory that could be shared. */
const bytesOf = (text: string) => new Uint8Array(fromBase64Url(text))
