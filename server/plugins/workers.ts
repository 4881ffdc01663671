/**
 * Workers for what costs processor time. They start when they are first needed; when the server stops, nothing waits for one that
 * is stuck.
 */
import { fileURLToPath } from 'node:url'
import { defineNitroPlugin } from 'nitropack/runtime'
import { settings } from '../platform/settings.ts'
import { useWorkers } from '../work/app-workers.ts'
import { threadsFor, WorkPool } from '../platform/work/pool.ts'

/** A package takes some hundredths of a second, the schemas of sixty some tenths. Milliseconds. */
const LIMIT = 30_000

/**
 * @returns the worker's script in this build. In a running server this module's address is that of the entry,
 * `<build>/server/index.mjs`, once that has been read.
 */
const script = () => fileURLToPath(new URL('./worker/worker.mjs', import.meta.url))

export default defineNitroPlugin((nitro) => {
  // Nitro bundles no worker while developing.
  if (import.meta.dev || import.meta.prerender) return
  const pool = new WorkPool({ script, threads: settings().workers ?? threadsFor(), limit: LIMIT })
  useWorkers(pool)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => pool.hurry())
  nitro.hooks.hook('close', () => pool.close())
})
