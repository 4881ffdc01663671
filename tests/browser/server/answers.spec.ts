/** What every kind of answer carries (docs/security.md, V14.4), and what none gives away. No browser is needed: it only asks. */
import { readdirSync } from 'node:fs'
import { expect, test, type APIRequestContext, type APIResponse } from '@playwright/test'

const asksForPage = { accept: 'text/html' }
const script = readdirSync('.output/public/_nuxt').find(name => name.endsWith('.js'))

type Ask = (request: APIRequestContext) => Promise<APIResponse>
const get = (path: string, headers = {}): Ask => request => request.get(path, { headers, maxRedirects: 0 })
const post = (path: string, data: unknown, headers = {}): Ask => request => request.post(path, { data, headers })
const wrong = { email: 'nobody@oakfield.example', password: 'angle <b> brackets & all' }

const kept = { 'cache-control': 'no-store' }
const page = {
  'content-type': /^text\/html/,
  'content-security-policy': /script-src 'self' 'nonce-[^']+' 'strict-dynamic'/,
  'permissions-policy': /camera=\(\)/,
  'cross-origin-opener-policy': 'same-origin',
}
const named = { 'content-disposition': 'attachment; filename="api.json"' }
const data = {
  ...kept,
  ...named,
  'content-type': /^application\/json/,
  'content-security-policy': /^default-src 'none'/,
  'cross-origin-resource-policy': 'same-origin',
}
const refused = {
  ...named,
  'content-type': /^application\/json/,
  'cache-control': /^no-/,
  'content-security-policy': /script-src 'none'; frame-ancestors 'none'/,
}

const kinds: readonly (readonly [string, Ask, number, Readonly<Record<string, string | RegExp>>])[] = [
  ['a page', get('/lessons'), 200, page],
  ['a page about people', get('/join'), 200, { ...page, ...kept }],
  ['a page about people in other letters', get('/JOIN/'), 200, { ...page, ...kept }],
  ['a page about people with signs as numbers', get('/j%6Fin'), 200, { ...page, ...kept }],
  ['the way to sign-in in other letters', get('/Teach/Classes/'), 302, { ...kept, location: /^\/teach\/sign-in/ }],
  ['what looks like the API', get('/API/auth/me'), 404, { 'cache-control': /^no-/ }],
  ['the way to sign-in', get('/teach/classes'), 302, { ...kept, location: /^\/teach\/sign-in/ }],
  ['a page that is not there', get('/nothing', asksForPage), 404, page],
  ['an address that cannot be decoded', get('/%E0%A4%A', asksForPage), 404, page],
  ['a file', get('/favicon.svg'), 200, { 'content-type': 'image/svg+xml' }],
  ['a script', get(`/_nuxt/${script}`), 200, { 'content-type': /^text\/javascript/ }],
  ['data', get('/api/lessons'), 200, data],
  [
    'a cover',
    get('/api/lessons/lying-online-9-11/cover'),
    200,
    { 'content-type': /^image\/svg\+xml/, 'cache-control': /^public/, 'content-security-policy': /^default-src 'none'.*sandbox$/ },
  ],
  ['data about whoever asks', get('/api/auth/me'), 200, data],
  ['data without sign-in', get('/api/staff'), 401, refused],
  ['data without sign-in, asked for as a page', get('/api/staff', asksForPage), 401, page],
  ['data that is not there', get('/api/nothing'), 404, refused],
  ['data as a table', get('/api/curriculum.csv'), 200, { ...kept, 'content-type': /^text\/csv/, 'content-disposition': /\.csv"$/ }],
  [
    'a package',
    get('/api/export?lesson=lying-online-9-11&format=scorm12'),
    200,
    { ...kept, 'content-type': 'application/zip', 'content-disposition': /^attachment/ },
  ],
  [
    'a package to check that is gone',
    get('/export/preview/package/abc/index.html'),
    404,
    { ...kept, 'content-type': /^text\/html/, 'content-security-policy': /^sandbox allow-scripts; default-src 'none'; script-src 'none'/ },
  ],
  ['a wrong password, whatever its signs', post('/api/auth/sign-in', wrong), 401, refused],
  ['a password over plain http', post('/api/auth/sign-in', wrong, { host: 'lessons.example' }), 403, refused],
  [
    'a password over https, as the proxy says',
    post('/api/auth/sign-in', wrong, { host: 'lessons.example', 'x-forwarded-proto': 'https' }),
    401,
    refused,
  ],
  ['a body without sense', post('/api/auth/sign-in', '{', { 'content-type': 'application/json' }), 400, refused],
  [
    'a body that is a form',
    post('/api/auth/sign-in', 'email=nobody', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    refused,
  ],
  ['a body that is too large', post('/api/auth/sign-in', { ...wrong, more: 'x'.repeat(2_000_001) }), 413, refused],
  ['a request of another site', post('/api/auth/sign-in', wrong, { origin: 'https://other.example' }), 403, refused],
]

for (const [kind, ask, status, expected] of kinds) {
  test(`${kind} carries its headers and gives nothing away`, async ({ request }) => {
    const answer = await ask(request)
    expect(answer.status()).toBe(status)
    const headers = answer.headers()
    for (const [name, value] of Object.entries(expected)) expect(headers[name], name).toMatch(value)
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': expect.stringMatching(/^(SAMEORIGIN|DENY)$/),
      'referrer-policy': 'no-referrer',
      'strict-transport-security': 'max-age=15552000; includeSubDomains',
    })
    if (!('content-disposition' in expected)) expect(headers['content-disposition']).toBeUndefined()
    for (const name of ['server', 'x-powered-by', 'access-control-allow-origin']) expect(headers[name], name).toBeUndefined()
    if (status >= 400) expect(await answer.text()).not.toMatch(/node_modules|\.output|\.mjs|\bat \w+ \(/)
  })
}

test('a way to call the API that it does not have is not answered', async ({ request }) => {
  for (const method of ['TRACE', 'PUT', 'OPTIONS']) expect((await request.fetch('/api/health', { method })).status(), method).toBe(404)
})
