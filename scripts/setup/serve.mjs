/** Serves the built app, which says itself what it cannot work with. Plain JavaScript, as `npm start` needs it. */
import { spawn } from 'node:child_process'
import { env, root } from './setup.mjs'

/**
 * Starts the app, and ends when it ends.
 * @param {(address: string) => void} onReady told once it takes requests
 * @param {Record<string, string | undefined>} variables its environment besides this process's own; undefined takes one away
 */
export function serve(onReady, variables = {}) {
  const server = spawn('node', ['.output/server/index.mjs'], {
    cwd: root,
    env: { ...env, NITRO_SHUTDOWN_TIMEOUT: env.NITRO_SHUTDOWN_TIMEOUT || '2000', ...variables },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.kill(signal))
  server.on('message', (/** @type {{ ready?: string }} */ { ready }) => ready && onReady(ready))
  server.on('exit', (code, signal) => process.exit(signal ? 0 : code ?? 0))
}
