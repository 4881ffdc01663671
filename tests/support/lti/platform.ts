/**
 * An LMS for tests: it signs messages with keys of its own, and has the addresses that a tool asks (key set, tokens, grades, class
 * list). What it is told is kept, and each thing can be made to go wrong.
 */
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLocalJWKSet, decodeJwt, exportJWK, generateKeyPair, jwtVerify, SignJWT, type CryptoKey, type JSONWebKeySet, type JWK } from 'jose'

const LTI = 'https://purl.imsglobal.org/spec/lti/claim'
const ROLE = 'http://purl.imsglobal.org/vocab/lis/v2/membership'

export const CLIENT = 'client-1'
export const DEPLOYMENT = '7'

interface Score {
  readonly userId: string
  readonly scoreGiven: number
  readonly scoreMaximum: number
  readonly activityProgress: string
  readonly gradingProgress: string
  readonly timestamp: string
}

interface Answer { readonly status: number, readonly body?: string, readonly headers?: Readonly<Record<string, string>> }
type Handler = (request: IncomingMessage, body: string) => Promise<Answer> | Answer

export interface TestPlatform {
  readonly issuer: string
  readonly lineItem: string
  readonly members: string
  readonly returnUrl: string
  /** What was asked of it, "POST /token" for example. */
  readonly asked: string[]
  readonly scores: { readonly lineItem: string, readonly score: Score }[]
  /** Handlers that tests put in the place of the usual ones, by path. */
  readonly instead: Map<string, Handler>
  /** The tool's key set, against which requests for tokens are checked; null takes any. */
  toolKeys: JSONWebKeySet | null
  /** From now on it signs with another key. @param keepsOld whether the old one stays in the set */
  newKeys(keepsOld: boolean): Promise<void>
  /** @returns claims of a launch, with changes; `undefined` takes one away */
  claims(changes?: Readonly<Record<string, unknown>>): Record<string, unknown>
  sign(claims: Readonly<Record<string, unknown>>, with_?: { readonly alg?: string, readonly kid?: string }): Promise<string>
  stop(): Promise<void>
}

export const claimOf = (name: string) => `${LTI}/${name}`
export const roleOf = (name: string) => `${ROLE}#${name}`

async function keyPair(kid: string): Promise<{ kid: string, privateKey: CryptoKey, jwk: JWK }> {
  const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true })
  return { kid, privateKey, jwk: { ...await exportJWK(publicKey), kid, alg: 'RS256', use: 'sig' } }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const parts: Buffer[] = []
  for await (const part of request) parts.push(part as Buffer)
  return Buffer.concat(parts).toString()
}

/** @param target our launch address; @param options `port` where the address has to be known before */
export async function testPlatform(target: string, { port = 0 } = {}): Promise<TestPlatform> {
  let keys = [await keyPair('first')]
  let count = 1
  const asked: string[] = []
  const scores: { lineItem: string, score: Score }[] = []
  const instead = new Map<string, Handler>()
  const usual: Readonly<Record<string, Handler>> = {
    '/jwks': () => ({ status: 200, body: JSON.stringify({ keys: keys.map(({ jwk }) => jwk) }) }),
    '/token': async (_, body) => {
      const form = new URLSearchParams(body)
      const wanted = form.get('scope')
      const assertion = form.get('client_assertion') ?? ''
      const expected = { audience: `${issuer}/token`, issuer: CLIENT }
      if (platform.toolKeys) await jwtVerify(assertion, createLocalJWKSet(platform.toolKeys), expected)
      return { status: 200, body: JSON.stringify({ access_token: `token for ${wanted} ${decodeJwt(assertion).jti}`, expires_in: 3600 }) }
    },
    '/items/1/scores': (request, body) => {
      if (!/^Bearer token for \S*scope\/score /.test(request.headers.authorization ?? '')) return { status: 401 }
      scores.push({ lineItem: request.url ?? '', score: JSON.parse(body) as Score })
      return { status: 200, body: '{}' }
    },
    '/members': request => /^Bearer token for \S*contextmembership\.readonly /.test(request.headers.authorization ?? '')
      ? { status: 200, body: JSON.stringify({ members: [{ user_id: 'pupil-1', name: 'Pia One', roles: ['Learner'], status: 'Active' }, { user_id: 'teacher-1', name: 'Tess', roles: ['Instructor'] }] }) }
      : { status: 401 },
  }
  async function answer(request: IncomingMessage, response: ServerResponse) {
    const path = (request.url ?? '').split('?')[0] ?? ''
    asked.push(`${request.method} ${path}`)
    const body = await bodyOf(request)
    const handler = instead.get(path) ?? usual[path]
    const { status, body: text = '', headers = {} } = handler ? await handler(request, body) : { status: 404 }
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(text)
  }
  const server = createServer((request, response) => {
    answer(request, response).catch((error: unknown) => response.writeHead(400).end(String(error)))
  })
  await once(server.listen(port, '127.0.0.1'), 'listening')
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const platform: TestPlatform = {
    issuer,
    lineItem: `${issuer}/items/1?type_id=7`,
    members: `${issuer}/members`,
    returnUrl: `${issuer}/return`,
    asked,
    scores,
    instead,
    toolKeys: null,
    async newKeys(keepsOld) {
      const made = await keyPair(`key-${++count}`)
      keys = keepsOld ? [made, ...keys] : [made]
    },
    claims(changes = {}) {
      const now = Math.floor(Date.now() / 1000)
      const claims = {
        iss: issuer, sub: 'pupil-1', aud: CLIENT, exp: now + 60, iat: now,
        [claimOf('message_type')]: 'LtiResourceLinkRequest',
        [claimOf('version')]: '1.3.0',
        [claimOf('deployment_id')]: DEPLOYMENT,
        [claimOf('target_link_uri')]: target,
        [claimOf('roles')]: [roleOf('Learner')],
        [claimOf('context')]: { id: 'course-1', title: 'PSHE Year 5' },
        [claimOf('resource_link')]: { id: 'link-1', title: 'Lying online' },
        [claimOf('custom')]: { lesson: 'lying-online-9-11' },
        'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': { scope: ['https://purl.imsglobal.org/spec/lti-ags/scope/score'], lineitem: platform.lineItem },
        'https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice': { context_memberships_url: platform.members, service_versions: ['2.0'] },
        ...changes,
      }
      return Object.fromEntries(Object.entries(claims).filter(([, value]) => value !== undefined))
    },
    sign(claims, { alg = 'RS256', kid = keys[0]?.kid ?? '' } = {}) {
      const jwt = new SignJWT(claims).setProtectedHeader({ alg, kid })
      return jwt.sign(alg === 'HS256' ? new TextEncoder().encode(JSON.stringify(keys[0]?.jwk)) : keys[0]!.privateKey)
    },
    stop: () => new Promise((resolve) => {
      server.closeAllConnections()
      server.close(() => resolve())
    }),
  }
  return platform
}
