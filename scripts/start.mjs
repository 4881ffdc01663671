/** `npm start`: installs what is missing, builds what is stale, serves the app and prints its address. */
import { readArguments } from './arguments.mjs'
import { serve, untilItAnswers, usablePort } from './serve.mjs'
import { ensureApp, ensureInstalled, requireNode } from './setup.mjs'

requireNode()
readArguments('start')
const port = await usablePort()
const address = `http://localhost:${port}`
await ensureInstalled()
await ensureApp()

const server = serve(port)
server.on('exit', (code, signal) => process.exit(signal ? 0 : code ?? 0))

if (await untilItAnswers(server, address)) console.log(`\nWho's There? is ready: ${address}\nStop it with Ctrl+C.`)
