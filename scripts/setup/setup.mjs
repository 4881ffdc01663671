/**
 * What `npm start`, `npm test` and the other commands need before they can run: packages and builds.
 * Plain JavaScript without dependencies, because on a fresh clone it runs with whatever Node (20.19 or newer) is there.
 */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '')
const bin = join(root, 'node_modules', '.bin')
const isTty = process.stdout.isTTY === true

/** Environment in which the project's own Node 24 (the npm package `node`) is found first. */
export const env = { ...process.env, PATH: bin + delimiter + process.env.PATH, NUXT_TELEMETRY_DISABLED: '1' }

/** Stops with a sentence when the Node that runs this is too old for npm itself. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  console.error(
    `Who's There? needs Node 20.19 or newer to start; this is ${process.versions.node}. Install a newer one from nodejs.org and try again.`,
  )
  process.exit(1)
}

/**
 * Runs a command and shows that something is going on: on a terminal a line that counts the seconds, elsewhere a line at its end.
 * @returns exit code and everything it printed
 */
export function run(label, command, args, { show = false, extraEnv = {} } = {}) {
  return new Promise((resolve) => {
    const started = Date.now()
    const seconds = () => Math.round((Date.now() - started) / 1000)
    const child = spawn(command, args, { cwd: root, env: { ...env, ...extraEnv }, stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'] })
    let output = ''
    // What is shown runs for long, and may have something to tidy up when it is stopped.
    if (show) for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
    child.stdout?.on('data', chunk => output += chunk)
    child.stderr?.on('data', chunk => output += chunk)
    if (!isTty && !show) console.log(`${label} …`)
    const ticking = isTty && !show ? setInterval(() => process.stdout.write(`\r${label} … ${seconds()} s `), 500) : undefined
    const end = (code) => {
      clearInterval(ticking)
      if (!show) console.log(`${isTty ? '\r' : ''}${label}: ${code === 0 ? 'done' : 'FAILED'} (${seconds()} s)    `)
      resolve({ code, output })
    }
    child.on('error', (error) => {
      output += error.message
      end(127)
    })
    child.on('close', code => end(code ?? 1))
  })
}

async function mustRun(label, command, args) {
  const { code, output } = await run(label, command, args)
  if (code === 0) return
  console.error(output.split('\n').slice(-40).join('\n'))
  console.error(`\n${label} did not work; the lines above say why. Nothing else was changed.`)
  process.exit(1)
}

/** Where the fingerprints of what is ready are kept. */
const readyFolder = join(root, '.ready')

function isReady(name, fingerprint) {
  const file = join(readyFolder, name)
  return existsSync(file) && readFileSync(file, 'utf8') === fingerprint
}

function markReady(name, fingerprint) {
  mkdirSync(readyFolder, { recursive: true })
  writeFileSync(join(readyFolder, name), fingerprint)
}

const packagesFingerprint = () => createHash('sha256').update(readFileSync(join(root, 'package-lock.json'))).digest('hex')

/** That the packages of package-lock.json are there. */
export const rememberInstalled = () => markReady('packages', packagesFingerprint())

/** Installs the packages of package-lock.json when they are not there or not these. */
export async function ensureInstalled() {
  if (existsSync(bin) && isReady('packages', packagesFingerprint())) return
  await mustRun('Installing packages (first time only, about half a minute)', 'npm', ['ci', '--loglevel=error', '--no-fund', '--no-audit'])
}

/**
 * Everything a build is made from, by folder or file; a change in any of them makes the build stale. Of the environment nothing goes into
 * a build (`buildEnv`): what is set counts when it is served.
 */
const playerSources = [
  'activities',
  'components/lesson',
  'i18n/player',
  'player',
  'scripts/setup/lighter-scripts.mjs',
  'shared',
  'stores',
  'package.json',
  'package-lock.json',
]
const appSources = [
  ...playerSources,
  'app.vue',
  'components',
  'composables',
  'content',
  'content.config.ts',
  'docs/add-an-activity.md',
  'docs/authoring.md',
  'docs/check-package.md',
  'docs/class-lists.md',
  'docs/deployment.md',
  'docs/lms',
  'docs/pedagogy.md',
  'docs/pictures.md',
  'docs/privacy.md',
  'error.vue',
  'i18n',
  'layouts',
  'middleware',
  'modules',
  'nuxt.config.ts',
  'pages',
  'plugins',
  'public',
  'scripts/setup/client-bundle.mjs',
  'scripts/setup/worker-bundle.mjs',
  'server',
  'utils',
  'worker',
]

/** By what is in the files: a fresh checkout, or a file that was saved as it was, changes nothing. */
function fingerprintOf(sources) {
  const hash = createHash('sha256')
  for (const path of sources.flatMap(filesUnder).sort()) {
    const text = readFileSync(join(root, path))
    hash.update(`${path}\0${text.length}\0`).update(text)
  }
  return hash.digest('hex')
}

/** Variables of Nuxt and Nitro that would otherwise be built in; undefined takes one away. */
const buildEnv = Object.fromEntries(
  Object.keys(process.env)
    .filter(name => /^(?:NUXT|NITRO)_/.test(name) && name !== 'NUXT_TELEMETRY_DISABLED')
    .map(name => [name, undefined]),
)

function filesUnder(path) {
  const full = join(root, path)
  if (!existsSync(full)) return []
  if (statSync(full).isFile()) return [path]
  return readdirSync(full, { withFileTypes: true })
    .filter(entry => entry.name !== 'dist' && entry.name !== 'node_modules' && !/\.test\.ts$/.test(entry.name))
    .flatMap(entry => entry.isDirectory() ? filesUnder(join(path, entry.name)) : [join(path, entry.name)])
}

/**
 * Builds something and remembers from what, whoever asked for it: `npm start` after `npm run build` builds nothing again.
 * @param {'player' | 'app'} name
 * @param {(env: Record<string, string | undefined>) => Promise<boolean>} build with this environment; @returns whether it worked
 */
export async function built(name, build) {
  // Taken before: what is changed while it is built makes it stale.
  const fingerprint = fingerprintOf(name === 'player' ? playerSources : appSources)
  const isBuilt = await build(buildEnv)
  if (isBuilt) markReady(name, fingerprint)
  return isBuilt
}

/** Builds the player that goes into packages when its sources have changed. */
export async function ensurePlayer() {
  if (existsSync(join(root, 'player/dist/prerender.mjs')) && isReady('player', fingerprintOf(playerSources))) return
  await mustRun('Building the player for packages', 'npm', ['run', '--silent', 'build:player'])
}

/** Builds the app, and the player before it, when their sources have changed. */
export async function ensureApp() {
  await ensurePlayer()
  if (existsSync(join(root, '.output/server/index.mjs')) && isReady('app', fingerprintOf(appSources))) return
  await mustRun('Building the app (about a minute)', 'npm', ['run', '--silent', 'build:app'])
}
