/** When something is built again, in a project of a few files with programs that only say that they were run. */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, mkdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { removeFolder, temporaryFolder } from '../../tests/support/temporary-folder'

let project = ''
const write = (path: string, text: string) => {
  mkdirSync(dirname(join(project, path)), { recursive: true })
  writeFileSync(join(project, path), text)
}
beforeEach(() => {
  project = temporaryFolder('setup')
  cpSync('scripts', join(project, 'scripts'), { recursive: true, filter: path => !path.endsWith('.ts') })
  cpSync('shared/text/languages.json', join(project, 'shared/text/languages.json'))
  write(
    'package.json',
    JSON.stringify({
      type: 'module',
      scripts: { 'build:app': 'node scripts/build-app.mjs', 'build:player': 'node scripts/build-player.mjs' },
    }),
  )
  write('package-lock.json', '{}')
  write('pages/index.vue', 'a page')
  write('player/copy-assets.ts', '')
  write(
    'node_modules/.bin/nuxt',
    '#!/bin/sh\necho "app path=$NUXT_APP_BASE_URL" >> "$LOG"\nmkdir -p "$BUILD_INTO/server" && touch "$BUILD_INTO/server/index.mjs"\n',
  )
  write('node_modules/.bin/vite', '#!/bin/sh\necho player >> "$LOG"\nmkdir -p player/dist && touch player/dist/prerender.mjs\n')
  for (const program of ['nuxt', 'vite']) chmodSync(join(project, `node_modules/.bin/${program}`), 0o755)
})
afterEach(() => removeFolder(project))

/** @returns what was built by this command */
function builtBy(command: string, env: Readonly<Record<string, string>> = {}): string[] {
  const log = join(project, 'log')
  writeFileSync(log, '')
  execFileSync('sh', ['-c', command], { cwd: project, stdio: 'ignore', env: { ...process.env, LOG: log, ...env } })
  return [...new Set(readFileSync(log, 'utf8').trim().split('\n').filter(line => line !== ''))]
}
const ensure = `node -e "import('./scripts/setup/setup.mjs').then(({ ensureApp }) => ensureApp())"`
const BUILD = 'npm run build:player && npm run build:app'

it('what npm has installed by itself is not installed again, until other packages are wanted', () => {
  write('node_modules/.bin/npm', '#!/bin/sh\necho "npm $1" >> "$LOG"\nnode scripts/setup/installed.mjs\n')
  chmodSync(join(project, 'node_modules/.bin/npm'), 0o755)
  const install = `node -e "import('./scripts/setup/setup.mjs').then(({ ensureInstalled }) => ensureInstalled())"`
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Readonly<Record<string, string>> }
  expect(scripts.postinstall).toMatch(/ && node scripts\/setup\/installed\.mjs$/)
  expect(builtBy(install)).toEqual(['npm ci'])
  expect(builtBy(install)).toEqual([])
  write('package-lock.json', '{ "packages": {} }')
  expect(builtBy('node scripts/setup/installed.mjs'), 'as npm does, whoever asked for it').toEqual([])
  expect(builtBy(install)).toEqual([])
})

it('what npm run build has built is not built again, until something of it changes', () => {
  expect(builtBy(BUILD, { NUXT_APP_BASE_URL: '/here/' })).toEqual(['player', 'app path='])
  expect(builtBy(ensure)).toEqual([])
  expect(builtBy(ensure, { NUXT_APP_BASE_URL: '/there/' }), 'a setting counts when it is served').toEqual([])
  utimesSync(join(project, 'pages/index.vue'), new Date(), new Date())
  expect(builtBy(ensure), 'a fresh checkout').toEqual([])
  write('pages/index.test.ts', 'a test')
  expect(builtBy(ensure), 'a test').toEqual([])
  write('pages/index.vue', 'another page')
  expect(builtBy(ensure)).toEqual(['app path='])
  write('player/main.ts', 'another player')
  expect(builtBy(ensure)).toEqual(['player', 'app path='])
  expect(builtBy(ensure)).toEqual([])
})
