/**
 * The running app's workers. In a built server `server/plugins/workers.ts` hands the pool over at the start;
 * while developing, in tests and from the command line there is none, and the work is done where it is asked for.
 */
import type { Job, ResultOf } from './jobs.ts'
import type { Asking, WorkPool } from '../platform/work/pool.ts'

let pool: WorkPool | undefined

export function useWorkers(workers: WorkPool | undefined): void {
  pool = workers
}

/** @throws {WorkError} where a worker cannot do it; the signal's reason where nobody waits any more */
export async function work<J extends Job>(job: J, asking: Asking): Promise<ResultOf<J>> {
  if (pool) return pool.run<ResultOf<J>>(job, asking)
  const { perform } = await import('./perform.ts')
  asking.signal?.throwIfAborted()
  return await perform(job) as ResultOf<J>
}
