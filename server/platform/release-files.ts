/**
 * The files that this server was built into. Builds stand side by side (scripts/setup/releases.mjs): whoever still has a page of
 * the last one open, or comes from another process that runs the next one already, finds its scripts here; and health looks
 * whether this one's own are still there.
 */
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @returns the folder of this build. In a running server this module's address is that of the entry, `<build>/server/index.mjs`,
 * once that has been read.
 */
const ownBuild = () => dirname(dirname(fileURLToPath(import.meta.url)))

/** Folder of scripts and styles inside a build; their names hold a hash of what is in them. */
export const SCRIPTS = '_nuxt'

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.wasm': 'application/wasm',
}

interface ScriptFile {
  readonly type: string
  readonly body: Buffer
}

/**
 * @param name of a file as a page asks for it, without a folder
 * @returns a script or style of another build that stands beside `own`; undefined where none has it
 */
export async function ofAnotherBuild(name: string, own = ownBuild()): Promise<ScriptFile | undefined> {
  const type = types[extname(name)]
  const folder = dirname(own)
  // A build that was carried elsewhere, as into an image, stands alone.
  if (!type || !/^[\w-][\w.-]*$/.test(name) || basename(folder) !== '.releases') return undefined
  for (const build of (await readdir(folder).catch(() => [])).sort().reverse()) {
    const body = await readFile(join(folder, build, 'public', SCRIPTS, name)).catch(() => undefined)
    if (body) return { type, body }
  }
  return undefined
}

interface Listed {
  readonly names: readonly string[]
  /** Which file the entry is: one that was built anew in the same place is another. */
  readonly entry: number
}

/** What a server cannot do without: its code, the packages it loads while it runs, and what pages ask for. */
async function listed(build: string): Promise<Listed> {
  const names = await Promise.all(
    ['server/chunks', 'server/worker', 'public'].map(async folder =>
      (await readdir(join(build, folder), { recursive: true })).map(name => join(folder, name)),
    ),
  )
  const packages = await readdir(join(build, 'server/node_modules'))
  return { names: [...names.flat(), ...packages], entry: (await stat(join(build, 'server/index.mjs'))).ino }
}

/**
 * @param build a folder that is whole when this is called
 * @returns whether it still is; looks at the disk once in some seconds at most
 */
function watchOver(build: string, every = 5_000): () => Promise<boolean> {
  const atStart = listed(build).catch(() => undefined)
  let looked = { at: performance.now(), isWhole: true }
  return async () => {
    if (performance.now() - looked.at < every) return looked.isWhole
    const before = await atStart
    const now = await listed(build).catch(() => undefined)
    const there = new Set(now?.names)
    const isWhole = before === undefined || (now !== undefined && now.entry === before.entry && before.names.every(name => there.has(name)))
    if (!isWhole && looked.isWhole) console.error('The files that this server runs from are gone or were replaced. Restart it.')
    looked = { at: performance.now(), isWhole }
    return isWhole
  }
}

let watched: (() => Promise<boolean>) | undefined

/** @returns whether what this server runs from is still there; to be asked once at its start, so that it knows what was */
export function hasItsFiles(): Promise<boolean> {
  watched ??= import.meta.dev ? async () => true : watchOver(ownBuild())
  return watched()
}
