/** `npm run dev`: the app from source, reloading as files change. Builds the player once, for the export page. */
import { readArguments } from './setup/arguments.mjs'
import { ensureInstalled, ensurePlayer, requireNode, run } from './setup/setup.mjs'

requireNode()
readArguments('dev')
await ensureInstalled()
await ensurePlayer()
const { code } = await run('dev', 'nuxt', ['dev'], { show: true })
process.exit(code)
