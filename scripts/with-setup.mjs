/** Runs one of the project's TypeScript programs after doing its set-up: `node scripts/with-setup.mjs <program.ts> [arguments]`. */
import { ensureApp, ensureInstalled, ensurePlayer, requireNode, run } from './setup.mjs'

const [needs, program, ...args] = process.argv.slice(2)

requireNode()
// What the program prints may be piped on, so what the set-up says goes to the error stream.
console.log = console.error
await ensureInstalled()
if (needs === 'player') await ensurePlayer()
if (needs === 'app') await ensureApp()
const { code } = await run(program, 'node', [program, ...args], { show: true })
process.exit(code)
