import { createServer, request, type ClientRequest, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createApp, createRouter, getRequestHeader, toNodeListener, type H3Event } from 'h3'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { storyline } from '../../../../../tests/support/packages/authoring-tools.ts'
import { zipOf } from '../../../../../tests/support/packages/packages.ts'
import { answerRefusal } from '../../../../edge/answers/refusals.ts'
import { readForeign } from '../../../../scorm/preview/foreign/foreign-package.ts'
import post from './index.post.ts'

vi.mock('../../../../edge/people/require-staff.ts', () => ({
  requireStaff: async (event: H3Event) => ({ staff: { id: getRequestHeader(event, 'x-who') }, db: undefined }),
}))
vi.mock('../../../../edge/packages/few-packages.ts', () => ({ ensureFewPackages: async () => undefined }))
vi.mock('../../../../platform/security/rate-limit.ts', () => ({ ensureAllowed: async () => undefined }))
vi.mock('../../../../edge/packages/preview-host.ts', () => ({
  previewOrigin: () => 'https://preview.example', appOrigin: () => 'https://lessons.example',
}))
vi.mock('../../../../work/app-workers.ts', () => ({ work: async ({ bytes }: { bytes: Uint8Array }) => readForeign(bytes) }))

const server = createServer(toNodeListener(createApp({ onError: answerRefusal })
  .use(createRouter().post('/api/export/preview/foreign', post))))
let port = 0
beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const zip = zipOf(storyline())

interface Sending {
  readonly request: ClientRequest
  /** Status and what was said; `cut` where the line was. */
  readonly answer: Promise<readonly [number, string] | 'cut'>
}

/** Sends the first half of a package, and the rest when it is told to. */
async function begun(who: string): Promise<Sending> {
  const headers = { 'x-who': who, 'content-type': 'application/zip', 'content-length': zip.length }
  const sending = request({ host: '127.0.0.1', port, path: '/api/export/preview/foreign', method: 'POST', headers, agent: false })
  const answer = new Promise<readonly [number, string] | 'cut'>((resolve) => {
    sending.on('error', () => resolve('cut')).on('response', async (response: IncomingMessage) => {
      const parts: Buffer[] = await response.toArray()
      resolve([response.statusCode ?? 0, String((JSON.parse(Buffer.concat(parts).toString()) as { statusMessage?: string }).statusMessage)])
    })
  })
  await new Promise<void>(resolve => sending.write(zip.subarray(0, zip.length / 2), () => resolve()))
  return { request: sending, answer }
}
const finished = ({ request, answer }: Sending) => (request.end(zip.subarray(Math.floor(zip.length / 2))), answer)
const sentBy = async (who: string) => finished(await begun(who))

/** Until the server holds so many that are still coming, which it says to whoever comes then. */
const untilFull = () => expect.poll(async () => (await sentBy('one more'))[0]).toBe(503)

describe('packages that are coming in', () => {
  it('are one for each person: who sends another means that one, and the line of the earlier is cut', async () => {
    const first = await begun('ada')
    const second = await sentBy('ada')
    expect(second).toMatchObject([200, 'undefined'])
    expect(await first.answer).toBe('cut')
  })

  it('are three at once, and one that stops on its way leaves its place to others', async () => {
    const [ben, cas, dee] = await Promise.all(['ben', 'cas', 'dee'].map(begun))
    if (!ben || !cas || !dee) throw new Error('Three were begun.')
    await untilFull()
    expect(await sentBy('eve')).toEqual([503, expect.stringContaining('much to do')])
    ben.request.destroy()
    await expect.poll(async () => (await sentBy('eve'))[0]).toBe(200)
    expect([await finished(cas), await finished(dee)]).toMatchObject([[200, 'undefined'], [200, 'undefined']])
  })
})
