import { once } from 'node:events'
import { createServer } from 'node:net'

/** @returns a port that nobody listens on */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0)
  await once(probe, 'listening')
  const found = probe.address()
  probe.close()
  await once(probe, 'close')
  if (found === null || typeof found === 'string') throw new Error('no free port')
  return found.port
}
