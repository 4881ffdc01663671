/** `npm run build:player`: the scripts and styles that go into packages. */
import { readArguments } from './setup/arguments.mjs'
import { built, run } from './setup/setup.mjs'

readArguments('build:player')

const vite = ['vite', 'build', '--config', 'player/vite.config.ts', '--logLevel', 'warn']
const steps = [
  vite,
  [...vite, '--mode', 'activities'],
  [...vite, '--mode', 'record'],
  [...vite, '--mode', 'early'],
  [...vite, '--mode', 'admin'],
  [...vite, '--mode', 'preview'],
  [...vite, '--ssr', 'prerender.ts'],
  ['node', 'player/copy-assets.ts'],
]

const isBuilt = await built('player', async (extraEnv) => {
  for (const [program = '', ...args] of steps) {
    const { code } = await run('player', program, args, { show: true, extraEnv })
    if (code !== 0) return false
  }
  return true
})
process.exit(isBuilt ? 0 : 1)
