import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp, defineEventHandler, readBody, toNodeListener } from 'h3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerRefusal } from '../edge/answers/refusals.ts'
import input from './input.ts'

const server = createServer(
  toNodeListener(
    createApp({ onError: answerRefusal })
      .use(input)
      .use(defineEventHandler(async event => JSON.stringify(await readBody(event)).length)),
  ),
)
beforeAll(() => once(server.listen(0, 'localhost'), 'listening'))
afterAll(() => server.close())

/** Sends a JSON text of so many bytes. @returns the status, and how many bytes the route read */
async function sent(bytes: number, saysLength: boolean): Promise<[number, string]> {
  const { port } = server.address() as AddressInfo
  const asking = request({
    port,
    path: '/api/join',
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(saysLength ? { 'content-length': bytes } : {}) },
  })
  // The server hangs up while the rest is still on its way.
  asking.on('error', () => {})
  asking.write('"')
  for (let left = bytes - 2; left > 0; left -= 50_000) asking.write('x'.repeat(Math.min(left, 50_000)))
  asking.end('"')
  const [answer] = await once(asking, 'response')
  const parts: Buffer[] = await answer.toArray()
  return [answer.statusCode, Buffer.concat(parts).toString()]
}

describe.each([true, false])('a body whose length is said: %s', (saysLength) => {
  it('is taken up to 1 MB', async () => {
    expect(await sent(1_000_000, saysLength)).toEqual([200, '1000000'])
  })
  it('is refused above', async () => {
    const [status, words] = await sent(1_100_000, saysLength)
    expect([status, words]).toEqual([413, expect.stringContaining('more than can be sent at once')])
  })
})
