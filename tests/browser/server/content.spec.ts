/** Nuxt Content in the built app: it holds the files as they were written, says when it does not, and is no business of a browser's. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { gunzipSync, gzipSync } from 'node:zlib'
import { expect, test } from '@playwright/test'
import { collectionSource } from '../../../server/content/sources/collection-source.ts'
import { collections, dataCollectionNames, fileOf, type ContentRow } from '../../../server/content/sources/collections.ts'
import { folderSource } from '../../../server/content/sources/folder-source.ts'
import { readLibrary } from '../../../server/content/library/library.ts'
import { freePort } from '../../support/network/free-port.ts'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts'

const DUMP = 'server/chunks/build/database.compressed.mjs'

/** @returns each collection's statements, as the built server runs them */
function dumpOf(build: string): Record<string, string[]> {
  const text = readFileSync(join(build, DUMP), 'utf8')
  return Object.fromEntries([...text.matchAll(/^const (\w+) = "([\w+/=]+)";$/gm)].map(([, name = '', packed = '']) =>
    [name, JSON.parse(gunzipSync(Buffer.from(packed, 'base64')).toString()) as string[]]))
}

function rowsOf(dump: Record<string, string[]>, names: readonly string[]): ContentRow[] {
  const db = new DatabaseSync(':memory:')
  for (const statement of Object.values(dump).flat()) db.exec(statement.replace(/ -- \S+$/, ''))
  return names.flatMap(name => db.prepare(`SELECT id, rawbody FROM _content_${name}`).all() as unknown as ContentRow[])
}

test('what the app was built with is the folder of the command line, byte for byte, and the same library', async () => {
  const dump = dumpOf('.output')
  for (const { id, rawbody } of rowsOf(dump, Object.keys(collections))) expect(readFileSync(fileOf(id), 'utf8') === rawbody, id).toBe(true)
  const rows = rowsOf(dump, dataCollectionNames)
  // What the lint alone reads stays in the folder.
  const paths = readdirSync('content', { recursive: true, encoding: 'utf8' })
    .filter(path => path.endsWith('.yml') && !path.startsWith('standard/'))
  expect(rows.filter(({ id }) => !id.startsWith('examples/')).map(({ id }) => id.slice(id.indexOf('/') + 1)).sort()).toEqual(paths.sort())
  const [fromRows, fromFolder] = await Promise.all([readLibrary(collectionSource(rows)), readLibrary(folderSource('content'))])
  expect(fromRows.issues).toEqual([])
  expect(JSON.stringify(fromRows)).toBe(JSON.stringify(fromFolder))
})

test('a server whose content lacks a lesson says which, and its health is red', async () => {
  const folder = temporaryFolder('content')
  cpSync(realpathSync('.output'), join(folder, 'built'), { recursive: true })
  const dump = dumpOf('.output')
  const kept = dump.lessons?.filter(statement => !statement.includes('lessons/en/9-11/sharing-images.yml')) ?? []
  expect(kept.length).toBeLessThan(dump.lessons?.length ?? 0)
  const chunk = join(folder, 'built', DUMP)
  writeFileSync(
    chunk,
    readFileSync(chunk, 'utf8').replace(
      /^const lessons = "[^"]+"/m,
      `const lessons = "${gzipSync(JSON.stringify(kept)).toString('base64')}"`,
    ),
  )
  const port = await freePort()
  const server = spawn(process.execPath, ['built/server/index.mjs'], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: join(folder, 'data') },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', part => log += String(part))
  const health = () => fetch(`http://localhost:${port}/api/health`).catch(() => undefined)
  let answer = await health()
  while (!answer && server.exitCode === null) {
    await new Promise(resolve => setTimeout(resolve, 50))
    answer = await health()
  }
  expect(answer?.status).toBe(503)
  expect(await answer?.json()).toEqual({ status: 'unavailable', reason: 'content' })
  await expect.poll(() => log).toContain('is not what it was built from: lessons/lessons/en/9-11/sharing-images.yml.')
  const isOver = once(server, 'exit')
  server.kill()
  await isOver
  removeFolder(folder)
})

test('no browser gets at the database of the content, nor a program to read one', async ({ request }) => {
  for (const name of Object.keys(collections)) {
    expect((await request.get(`/__nuxt_content/${name}/sql_dump.txt`)).status(), name).toBe(404)
    expect(
      (await request.post(`/__nuxt_content/${name}/query`, { data: { sql: `SELECT * FROM _content_${name} ORDER BY stem ASC` } })).status(),
      name,
    ).toBe(404)
  }
  const files = readdirSync('.output/public', { recursive: true, encoding: 'utf8' })
  expect(files.filter(path => /__nuxt_content|sql_dump|\.wasm/.test(path))).toEqual([])
  const scripts = files
    .filter(path => path.endsWith('.js'))
    .map(path => ({ path, text: readFileSync(join('.output/public', path), 'utf8') }))
  expect(scripts.filter(({ text }) => /__nuxt_content|sqlite-wasm|sqlite3/.test(text)).map(({ path }) => path)).toEqual([])
})
