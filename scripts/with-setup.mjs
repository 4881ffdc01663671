/**
 * Runs one of the project's programs after doing its set-up: `node scripts/with-setup.mjs <command> [arguments]`, with a command
 * of commands.mjs.
 */
import { readArguments } from './setup/arguments.mjs'
import { commands } from './setup/commands.mjs'
import { ensureApp, ensureInstalled, ensurePlayer, requireNode, run } from './setup/setup.mjs'

const [name, ...args] = /** @type {[import('./setup/arguments.mjs').CommandName, ...string[]]} */ (process.argv.slice(2))

requireNode()
// The program reads them again; what is wrong is said before anything is installed or built.
readArguments(name, args)
const { needs, program } = commands[name]
// What the program prints may be piped on, so what the set-up says goes to the error stream.
console.log = console.error
await ensureInstalled()
if (needs === 'player') await ensurePlayer()
if (needs === 'app') await ensureApp()
const { code } = await run(program, 'node', [program, ...args], { show: true })
process.exit(code)
