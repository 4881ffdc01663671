/** A worker that does as it is told, well and badly. */
import { threadId } from 'node:worker_threads'

export default async function work({ what, milliseconds = 0 }) {
  if (what === 'crash') process.exit(1)
  if (what === 'throw') throw new Error('thrown')
  if (what === 'hang') for (;;);
  if (what === 'memory') for (const kept = []; ;) kept.push(new Array(1e6).fill(0))
  await new Promise(resolve => setTimeout(resolve, milliseconds))
  return { what, threadId }
}
