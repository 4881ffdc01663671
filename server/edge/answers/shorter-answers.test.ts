import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createEvent } from 'h3'
import { describe, expect, it } from 'vitest'
import { shorten } from './shorter-answers'

const page = `<!doctype html>${'<p>Lots of people wonder about this.</p>'.repeat(100)}`
const data = { list: Array.from({ length: 100 }, (_, id) => ({ id, name: 'Łukasz' })) }

/** @returns what is sent for this body */
async function sent(
  body: unknown,
  asked: Readonly<Record<string, string>> = { 'accept-encoding': 'gzip, deflate, br' },
  said: Readonly<Record<string, string>> = {},
  method = 'GET',
) {
  const request = new IncomingMessage(new Socket())
  Object.assign(request, { method, url: '/' })
  Object.assign(request.headers, asked)
  const answer = new ServerResponse(request)
  for (const [name, value] of Object.entries(said)) answer.setHeader(name, value)
  const response = { body }
  await shorten(createEvent(request, answer), response)
  return { body: response.body, headers: answer.getHeaders() }
}

describe('an answer is compressed', () => {
  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
    ['gzip', 'gzip, br;q=0', gunzipSync],
  ] as const)('as %s where a browser takes "%s"', async (way, accepted, unpack) => {
    const { body, headers } = await sent(page, { 'accept-encoding': accepted }, { 'content-type': 'text/html;charset=utf-8' })
    expect(headers).toMatchObject({ 'content-encoding': way, 'content-type': 'text/html;charset=utf-8', vary: 'Accept-Encoding' })
    expect(unpack(body as Buffer).toString()).toBe(page)
    expect((body as Buffer).length).toBeLessThan(page.length / 5)
  })

  it('data too, in the text that would have been sent', async () => {
    const { body, headers } = await sent(data)
    expect(headers).toMatchObject({ 'content-encoding': 'br', 'content-type': 'application/json' })
    expect(JSON.parse(brotliDecompressSync(body as Buffer).toString())).toEqual(data)
  })
})

describe('an answer is sent as it is', () => {
  it.each<[string, unknown, Record<string, string>?, Record<string, string>?]>([
    ['where nothing is gained', 'short'],
    ['where the browser takes nothing', page, {}],
    ['where it refuses both', page, { 'accept-encoding': 'br;q=0, gzip;q=0.0' }],
    ['where it is compressed already', page, undefined, { 'content-encoding': 'gzip' }],
    ['a package', new Uint8Array(5_000)],
    ['a stream', new ReadableStream()],
    ['a stream of events', page, undefined, { 'content-type': 'text/event-stream' }],
    ['a picture', page, undefined, { 'content-type': 'image/png' }],
    [
      'where another site asked with cookies, which could measure it',
      page,
      { 'accept-encoding': 'br', 'sec-fetch-site': 'cross-site', cookie: 'a=b' },
    ],
  ])('%s', async (_, body, asked, said) => {
    const result = await sent(body, asked, said)
    expect(result.body).toBe(body)
    expect(result.headers['content-encoding']).toBe(said?.['content-encoding'])
  })

  it('to a page of ours that asks while it is rendered', async () => {
    const request = new IncomingMessage({} as Socket)
    request.headers['accept-encoding'] = 'br'
    const response = { body: data }
    await shorten(createEvent(request, new ServerResponse(request)), response)
    expect(response.body).toBe(data)
  })

  it('where only its headers are asked for', async () => expect((await sent(page, undefined, {}, 'HEAD')).body).toBe(page))
})

it('a link from another page, without cookies, is answered short', async () => {
  expect((await sent(page, { 'accept-encoding': 'br', 'sec-fetch-site': 'cross-site' })).headers['content-encoding']).toBe('br')
})
