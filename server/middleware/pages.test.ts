/** Over a real line: pages are made one at a time, and nobody holds up the others by not reading theirs. */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { createApp, createError, defineEventHandler, toNodeListener } from 'h3'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import pages from './pages.ts'

/** More than a line takes on its way. */
const LONG = 'x'.repeat(20_000_000)
let freed = () => {}
let [under, most, longOnes] = [0, 0, 0]

const page = defineEventHandler(async ({ path }) => {
  under += 1
  most = Math.max(most, under)
  if (path !== '/stuck') await wait(10)
  else await new Promise<void>(resolve => (freed = resolve))
  under -= 1
  if (path === '/long') longOnes += 1
  if (path === '/missing') throw createError({ statusCode: 404 })
  return path === '/long' ? LONG : 'a page'
})
const server = createServer(toNodeListener(createApp({ onError: () => {} }).use(pages).use(page)))
const port = () => (server.address() as AddressInfo).port
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => void server.close())
beforeEach(() => void (most = 0))

const asked = async (path: string) => {
  const answer = await fetch(`http://127.0.0.1:${port()}${path}`)
  return [answer.status, await answer.text()] as const
}

it('one page is made at a time, while answers go between them', async () => {
  const all = await Promise.all(Array.from({ length: 8 }, () => asked('/lessons')))
  expect(all).toEqual(Array.from({ length: 8 }, () => [200, 'a page']))
  expect(most).toBe(1)
  await Promise.all(Array.from({ length: 4 }, () => asked('/api/health')))
  expect(most).toBeGreaterThan(1)
})

it('a page that fails gives its place to the next', async () => {
  expect((await asked('/missing'))[0]).toBe(404)
  expect(await asked('/lessons')).toEqual([200, 'a page'])
})

it('a page that waits for something else holds up the others for a moment only', async () => {
  const stuck = asked('/stuck')
  expect(await asked('/lessons')).toEqual([200, 'a page'])
  freed()
  expect(await stuck).toEqual([200, 'a page'])
})

it('whoever asks for pages and never reads them holds up nobody', async () => {
  const lines = Array.from({ length: 4 }, () => connect(port(), '127.0.0.1').pause())
  // The second of two that are asked for on one line cannot even begin to be sent.
  for (const line of lines) line.write('GET /long HTTP/1.1\r\nHost: a\r\n\r\nGET /lessons HTTP/1.1\r\nHost: a\r\n\r\n')
  await expect.poll(() => longOnes).toBeGreaterThan(0)
  expect(await asked('/lessons')).toEqual([200, 'a page'])
  for (const line of lines) line.destroy()
})
