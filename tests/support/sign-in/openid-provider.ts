/** A real OpenID provider on this machine, at which everybody is signed in already as whom the test says. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { generateKeyPairSync } from 'node:crypto'
import Provider from 'oidc-provider'

export interface Person {
  readonly sub: string
  readonly email: string
  readonly email_verified: boolean
}

export const client = { id: 'whos-there', secret: 'a secret of forty random signs, or nearly' }

/**
 * @param redirect where it may send people back to
 * @param options who it says that it is, where that is not its own address, and further claims in its tokens
 * @returns its address, and how to say who is there
 */
export async function startOpenIdProvider(
  redirect: string,
  { issuer, claims = {} }: { readonly issuer?: string, readonly claims?: Readonly<Record<string, string>> } = {},
) {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const found = server.address()
  if (found === null || typeof found === 'string') throw new Error('no port')
  const address = `http://localhost:${found.port}`
  let person: Person = { sub: 'nobody', email: 'nobody@example.org', email_verified: true }

  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const provider = new Provider(issuer ?? address, {
    clients: [
      { client_id: client.id, client_secret: client.secret, redirect_uris: [redirect], token_endpoint_auth_method: 'client_secret_post' },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' } as never] },
    cookies: { keys: ['only for tests'] },
    claims: { openid: ['sub', ...Object.keys(claims)], email: ['email', 'email_verified'] },
    scopes: ['openid', 'email', 'profile', 'offline_access', 'User.Read'],
    // As Google and Microsoft do: the statement itself has the address.
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/sign-in/${interaction.uid}` },
    findAccount: (_, sub) => ({ accountId: sub, claims: () => ({ ...person, ...claims }) }),
    // Nobody is asked whether they agree.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: client.id, accountId: oidc.session?.accountId ?? '' })
      grant.addOIDCScope(String(oidc.params?.scope))
      await grant.save()
      return grant
    },
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (request.url?.startsWith('/sign-in/')) void provider.interactionFinished(request, response, { login: { accountId: person.sub } })
    else answer(request, response)
  })
  return {
    address,
    isAsked(next: Person) {
      person = next
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.closeAllConnections()
        server.close(() => resolve())
      }),
  }
}
