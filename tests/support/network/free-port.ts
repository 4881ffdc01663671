import { once } from 'node:events'
import { createServer } from 'node:net'

/** Below what systems hand out for lines that go out, and above what browsers refuse. */
const FIRST = 11_000
/** Each of a test runner's workers has a part of its own: whoever is told a port takes some time until it listens there. */
const PARTS = 16
const PART = 1_300

const worker = Number(process.env.TEST_PARALLEL_INDEX ?? process.env.VITEST_POOL_ID ?? 0) % PARTS
/** Others at this machine test as well, each from another place on. */
let next = Math.floor(Math.random() * PART)

/** @returns a port that nobody listens on, and none that was returned lately */
export async function freePort(): Promise<number> {
  for (let tries = 0; tries < PART; tries++) {
    const port = FIRST + worker * PART + next++ % PART
    const probe = createServer()
    const isFree = await new Promise<boolean>(resolve => probe.once('error', () => resolve(false)).listen(port, () => resolve(true)))
    if (!isFree) continue
    probe.close()
    await once(probe, 'close')
    return port
  }
  throw new Error('no free port')
}
