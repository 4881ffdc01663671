/** `npm start`: installs what is missing, builds what is stale, serves the app and prints its address. */
import { readArguments } from './setup/arguments.mjs'
import { serve } from './setup/serve.mjs'
import { ensureApp, ensureInstalled, requireNode } from './setup/setup.mjs'

requireNode()
readArguments('start')
await ensureInstalled()
await ensureApp()
serve(address => console.log(`\nWho's There? is ready: ${address}\nStop it with Ctrl+C.`))
