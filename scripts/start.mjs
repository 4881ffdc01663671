/** `npm start`: installs what is missing, builds what is stale, serves the app and prints its address. */
import { readArguments } from './arguments.mjs'
import { serve } from './serve.mjs'
import { ensureApp, ensureInstalled, requireNode } from './setup.mjs'

requireNode()
readArguments('start')
await ensureInstalled()
await ensureApp()
serve(address => console.log(`\nWho's There? is ready: ${address}\nStop it with Ctrl+C.`))
