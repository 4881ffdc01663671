/**
 * `npm run build:app`: builds the app into a folder of its own, and only then lets `.output` point to it. A build that fails
 * leaves everything as it was.
 */
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { readArguments } from './setup/arguments.mjs'
import { freshRelease, switchTo } from './setup/releases.mjs'
import { built, root, run } from './setup/setup.mjs'

readArguments('build:app')
const release = freshRelease(root)
let code = 1
const isBuilt = await built('app', async (extraEnv) => {
  ({ code } = await run('build', 'nuxt', ['build', '--logLevel', 'silent'], { show: true, extraEnv: { ...extraEnv, BUILD_INTO: release } }))
  if (code !== 0 || !existsSync(join(release, 'server/index.mjs'))) return false
  switchTo(root, release)
  return true
})
if (!isBuilt) {
  rmSync(release, { recursive: true, force: true })
  console.error('The app was not built, and what was built before is still in its place.')
  process.exit(code || 1)
}
