/** `npm start`: installs what is missing, builds what is stale, serves the app and prints its address. */
import { spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { ensureApp, ensureInstalled, env, requireNode, root } from './setup.mjs'

const port = Number(process.env.PORT ?? 3000)
const address = `http://localhost:${port}`

function stop(message) {
  console.error(message)
  process.exit(1)
}

/** @returns what keeps the port from being used, or undefined */
function obstacle() {
  return new Promise((resolve) => {
    const probe = createServer()
    probe.once('error', error => resolve(error.code))
    probe.listen(port, () => probe.close(() => resolve(undefined)))
  })
}

async function untilItAnswers(server) {
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

requireNode()
if (!Number.isInteger(port) || port < 1 || port > 65535) stop(`PORT is "${process.env.PORT}", but a port is a whole number from 1 to 65535, for example: PORT=3001 npm start`)
const found = await obstacle()
if (found === 'EADDRINUSE') stop(`Port ${port} is already in use, perhaps by another Who's There?. Choose another one, for example: PORT=${port === 65535 ? 3001 : port + 1} npm start`)
if (found === 'EACCES') stop(`This account may not use port ${port}. Choose one above 1023, for example: PORT=3001 npm start`)

await ensureInstalled()
await ensureApp()

const server = spawn('node', ['.output/server/index.mjs'], { cwd: root, env: { ...env, PORT: String(port), NITRO_SHUTDOWN_TIMEOUT: '2000' }, stdio: ['ignore', 'inherit', 'inherit'] })
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(signal ? 0 : code ?? 0))

if (await untilItAnswers(server)) console.log(`\nWho's There? is ready: ${address}\nStop it with Ctrl+C.`)
