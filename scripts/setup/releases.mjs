/**
 * Builds of the app stand side by side in `.releases`, and `.output` points to the newest. So a server that runs keeps its own
 * files while the next one is built, and those who still have a page of the last build open find its scripts
 * (server/platform/release-files.ts serves them). Plain JavaScript without dependencies, as the commands that use it.
 */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { randomBytes } from 'node:crypto'
import { basename, join, relative } from 'node:path'

const DAY = 24 * 60 * 60_000
/** Whole builds that are kept beside the one in use: a server may not have been restarted since. */
const KEPT_WHOLE = 2

/** A file in a build that says since when another is in its place. */
const REPLACED = 'replaced'

/** @param {string} root the project */
const folderOf = root => join(root, '.releases')

/** @param {string} root */
const pointerOf = root => join(root, '.output')

/** @param {string} root @returns {string | undefined} the folder that `.output` points to */
function current(root) {
  return existsSync(pointerOf(root)) ? realpathSync(pointerOf(root)) : undefined
}

/** @param {string} root @returns {string} a folder for a build that nothing reads yet; names sort by time */
export function freshRelease(root) {
  const path = join(folderOf(root), `${new Date().toISOString().replace(/[-:.]/g, '')}-${randomBytes(3).toString('hex')}`)
  mkdirSync(path, { recursive: true })
  return path
}

/**
 * Lets `.output` point to a finished build, at one stroke, and clears away what is too old.
 * @param {string} root
 * @param {string} release as `freshRelease` made it
 */
export function switchTo(root, release, now = new Date()) {
  const pointer = pointerOf(root)
  const last = current(root)
  const next = `${pointer}.next`
  rmSync(next, { force: true })
  symlinkSync(process.platform === 'win32' ? release : relative(root, release), next, 'junction')
  const found = lstatSync(pointer, { throwIfNoEntry: false })
  // A build of before there were releases is a folder itself.
  const isFolder = found?.isDirectory() === true
  const aside = isFolder ? freshRelease(root) : undefined
  if (aside) renameSync(pointer, aside)
  // Windows does not put one link into the place of another.
  else if (process.platform === 'win32') rmSync(pointer, { force: true })
  renameSync(next, pointer)
  const replaced = aside ?? last
  if (replaced && replaced !== realpathSync(release) && existsSync(replaced)) writeFileSync(join(replaced, REPLACED), now.toISOString())
  sweep(root, now)
}

/**
 * Of what was replaced, the newest stay whole; of others the scripts stay for a day; what nobody finished goes after an hour.
 * @param {string} root
 */
function sweep(root, now = new Date()) {
  const used = basename(current(root) ?? '')
  const others = readdirSync(folderOf(root)).filter(name => name !== used).sort().reverse()
  const [replaced, unfinished] = [
    others.filter(name => existsSync(join(folderOf(root), name, REPLACED))),
    others.filter(name => !existsSync(join(folderOf(root), name, REPLACED))),
  ]
  /** @param {string} path */
  const age = path => now.getTime() - statSync(path).mtimeMs
  for (const name of unfinished.filter(name => age(join(folderOf(root), name)) > DAY / 24))
    rmSync(join(folderOf(root), name), { recursive: true, force: true })
  for (const name of replaced.slice(KEPT_WHOLE)) {
    const path = join(folderOf(root), name)
    if (age(join(path, REPLACED)) > DAY) rmSync(path, { recursive: true, force: true })
    else thinOut(path)
  }
}

/** @param {string} release leaves nothing of it but its scripts and styles */
function thinOut(release) {
  for (const name of readdirSync(release))
    if (name !== 'public' && name !== REPLACED) rmSync(join(release, name), { recursive: true, force: true })
  const shown = join(release, 'public')
  if (!existsSync(shown)) return
  for (const name of readdirSync(shown)) if (name !== '_nuxt') rmSync(join(shown, name), { recursive: true, force: true })
}
