/** Serves the built app: looks whether the port is free, starts it, and says when it answers. Plain JavaScript, as `npm start` needs it. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { env, root } from './setup.mjs'

/** @returns what keeps the port from being used, as a code of the system, or undefined */
function obstacle(/** @type {number} */ port) {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', error => resolve('code' in error ? error.code : undefined))
    probe.listen(port, () => probe.close(() => resolve(undefined)))
  })
}

/** @returns the port that `PORT` names, or 3000; ends with a sentence where it cannot be used */
export async function usablePort() {
  const port = Number(process.env.PORT || 3000)
  const stop = (/** @type {string} */ message) => {
    console.error(message)
    process.exit(1)
  }
  if (!Number.isInteger(port) || port < 1 || port > 65535) stop(`PORT is "${process.env.PORT}", but a port is a whole number from 1 to 65535, for example: PORT=3001 npm start`)
  const found = await obstacle(port)
  if (found === 'EADDRINUSE') stop(`Port ${port} is already in use, perhaps by another Who's There?. Choose another one, for example: PORT=${port === 65535 ? 3001 : port + 1} npm start`)
  if (found === 'EACCES') stop(`This account may not use port ${port}. Choose one above 1023, for example: PORT=3001 npm start`)
  return port
}

/**
 * Starts the app and passes on what ends it.
 * @param {number} port
 * @param {Record<string, string | undefined>} variables its environment beside the port; undefined takes one away
 */
export function serve(port, variables = {}) {
  const server = spawn('node', ['.output/server/index.mjs'], { cwd: root, env: { ...env, ...variables, PORT: String(port), NITRO_SHUTDOWN_TIMEOUT: '2000' }, stdio: ['ignore', 'inherit', 'inherit'] })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) process.on(signal, () => server.kill(signal))
  return server
}

/** @returns whether it answers; false when it has ended before */
export async function untilItAnswers(/** @type {import('node:child_process').ChildProcess} */ server, /** @type {string} */ address) {
  for (;;) {
    if (server.exitCode !== null) return false
    try {
      const { ok } = await fetch(`${address}/api/health`)
      if (ok) return true
    }
    catch {
      // Not listening yet.
    }
    await new Promise(resolve => setTimeout(resolve, 50))
  }
}
