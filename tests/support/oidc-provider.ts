import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'
import { freePort } from './free-port.ts'

/** Somebody as the school's directory knows them. */
export type DirectoryEntry = Readonly<{ email: string; isVerified: boolean }>

export type OidcProvider = Readonly<{
  issuer: string
  clientId: string
  clientSecret: string
  /** Who signs in next; their subject stays the same whatever else changes. */
  signInAs(subject: string, entry: DirectoryEntry): void
  close(): Promise<void>
}>

/**
 * A real OpenID Connect provider on this computer. It asks nobody for a password: whoever was named last is signed in,
 * which is the one thing of it that is not real.
 */
export async function startOidcProvider(redirectUri: string, port?: number): Promise<OidcProvider> {
  const at = port ?? (await freePort())
  // Not "localhost": to a browser that is another site than the portal, as it is in earnest.
  const issuer = `http://127.0.0.1:${at}`
  const [clientId, clientSecret] = ['vijfspoor', 'a-secret-of-the-test']
  const directory = new Map<string, DirectoryEntry>()
  let next = ''

  const provider = new Provider(issuer, {
    clients: [{ client_id: clientId, client_secret: clientSecret, redirect_uris: [redirectUri] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'] },
    pkce: { required: () => true },
    cookies: { keys: ['a-key-of-the-test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    ttl: { Session: 600, Interaction: 600, Grant: 600, AccessToken: 600, IdToken: 600, AuthorizationCode: 60 },
    findAccount: (_, subject) => ({
      accountId: subject,
      claims: () => {
        const entry = directory.get(subject)
        return { sub: subject, email: entry?.email, email_verified: entry?.isVerified }
      },
    }),
  })

  const server = createServer((request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void provider.callback()(request, response)
    void consent(provider, next, request, response)
  })
  await listen(server, at)
  return {
    ...{ issuer, clientId, clientSecret },
    signInAs: (subject, entry) => {
      directory.set(subject, entry)
      next = subject
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((done) => server.close(done))
    },
  }
}

/** Signs in whoever was named, and lets the portal have what it asks for. */
async function consent(
  provider: Provider,
  subject: string,
  ...[request, response]: Parameters<Provider['interactionDetails']>
): Promise<void> {
  const { params, prompt } = await provider.interactionDetails(request, response)
  if (prompt.name === 'login') {
    return provider.interactionFinished(request, response, { login: { accountId: subject, remember: false } })
  }
  const grant = new provider.Grant({ accountId: subject, clientId: String(params['client_id']) })
  grant.addOIDCScope(String(params['scope']))
  return provider.interactionFinished(request, response, { consent: { grantId: await grant.save() } })
}

const listen = (server: Server, port: number) =>
  new Promise<AddressInfo>((done) => {
    server.listen(port, '127.0.0.1', () => done(server.address() as AddressInfo))
  })
