/** How the browser asks our server; what comes of strangers' answers is tested in a browser (tests/browser/server/stranger.spec.ts). */
import { expect, it, vi } from 'vitest'
import { askForFile, askServer } from './ask-server'

it.each([
  ['for an answer', (fetch: typeof globalThis.fetch) => askServer('/api/x', { headers: { 'X-Own': 'kept' } }, { fetch })],
  ['for a file', (fetch: typeof globalThis.fetch) => askForFile('/api/x', { headers: { 'X-Own': 'kept' } }, () => undefined, { fetch })],
])('asks %s in the language of the page', async (_, ask) => {
  vi.stubGlobal('document', { documentElement: { lang: 'cy' } })
  const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.resolve(Response.json({ kind: 'whos-there/x' })))
  await ask(fetch)
  vi.unstubAllGlobals()
  expect(Object.fromEntries(new Headers(fetch.mock.calls[0]?.[1]?.headers))).toEqual({ 'accept-language': 'cy', 'x-own': 'kept' })
})
