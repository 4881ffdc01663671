/**
 * An update while people are on the pages: a server on a copy of the build, and beside it a second one in which a script has another name.
 * `bench/update.ts` does the same with the commands of docs/deployment.md. No browser is needed.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, readdirSync, existsSync, readFileSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { freshRelease, switchTo } from '../../../scripts/setup/releases.mjs'
import { freePort } from '../../support/network/free-port'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder'
import { namedIn, visit } from '../../support/network/visits'

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))

/** Makes a build in which a script is another one. Names are of one length, so that lengths stay as they are. */
function rename(build: string, from: string, to: string) {
  for (const path of [...filesUnder(join(build, 'server/chunks')), ...filesUnder(join(build, 'public/_nuxt'))]) {
    if (/\.(?:m?js|css)$/.test(path)) {
      const text = readFileSync(path, 'utf8')
      if (text.includes(from)) writeFileSync(path, text.replaceAll(from, to))
    }
    if (path.includes(from)) renameSync(path, path.replaceAll(from, to))
  }
}

async function start(root: string) {
  const port = await freePort()
  const server = spawn(process.execPath, ['.output/server/index.mjs'], {
    cwd: root,
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: join(root, 'data') },
    stdio: 'ignore',
  })
  const address = `http://127.0.0.1:${port}`
  while (!(await fetch(`${address}/api/health`).then(({ ok }) => ok, () => false))) await new Promise(resolve => setTimeout(resolve, 50))
  return {
    address,
    async stop() {
      const isOver = once(server, 'exit')
      server.kill()
      await isOver
    },
  }
}

test('a server is updated while people read: no page fails, every script that a page named is there, and health says when files are gone', async () => {
  // Copies thousands of files, which a busy disk takes its time for.
  const root = temporaryFolder('update')
  const built = realpathSync('.output')
  const put = () => {
    const release = freshRelease(root)
    cpSync(built, release, { recursive: true, verbatimSymlinks: true })
    return release
  }
  const first = put()
  switchTo(root, first)
  const old = await start(root)
  const page = await (await fetch(`${old.address}/join`)).text()
  const names = namedIn(page).filter(name => name.endsWith('.js'))
  const [, hash = ''] = /\/([\w-]+)\.js$/.exec(names[0] ?? '') ?? []
  expect(hash).toHaveLength(8)
  const other = 'Another0'

  let isOver = false
  const visitors = Array.from({ length: 3 }, () => visit(old.address, () => isOver))
  const second = put()
  rename(second, hash, other)
  switchTo(root, second)
  // As from a page of another process that runs the new build already.
  expect((await fetch(`${old.address}/_nuxt/${other}.js`)).status).toBe(200)
  isOver = true
  // (A line that was idle while this test copied files may have been hung up: that is no answer, and asked again.)
  for (const { well, badly } of await Promise.all(visitors)) {
    expect(badly).toEqual([])
    expect(well).toBeGreaterThan(10)
  }
  await old.stop()

  const fresh = await start(root)
  expect(namedIn(await (await fetch(`${fresh.address}/join`)).text())).toContain(`/_nuxt/${other}.js`)
  // A tab of before the update still has the page of then.
  for (const name of names) {
    const script = await fetch(fresh.address + name)
    expect(script.status, name).toBe(200)
    expect(Object.fromEntries(script.headers), name).toMatchObject({
      'content-type': expect.stringMatching(/^text\/javascript/),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-content-type-options': 'nosniff',
    })
    // A script that names the renamed one is of the second build; else names hold a hash, and the same name is the same script.
    const either = [first, second].map(release => join(release, 'public', name)).filter(path => existsSync(path))
    expect(either.map(path => readFileSync(path, 'utf8'))).toContain(await script.text())
  }
  for (const path of ['/_nuxt/nothing0.js', '/_nuxt/../server/index.mjs', '/_nuxt/..%2f..%2freplaced', '/_nuxt/entry.html']) {
    const answer = await fetch(fresh.address + path)
    expect(answer.status, path).toBe(404)
    expect(answer.headers.get('cache-control'), path).not.toMatch(/immutable/)
  }

  rmSync(join(second, 'public/_nuxt'), { recursive: true })
  await expect
    .poll(async () => {
      const answer = await fetch(`${fresh.address}/api/health`)
      return [answer.status, await answer.json()]
    })
    .toEqual([503, { status: 'unavailable', reason: 'files' }])
  await fresh.stop()

  // Days later: what is old has gone, and the two builds that may still be in use have not.
  const later = (days: number) => new Date(Date.now() + days * 24 * 60 * 60_000)
  for (const days of [0, 0, 2]) switchTo(root, put(), later(days))
  const left = readdirSync(join(root, '.releases')).sort()
  expect(left).toHaveLength(3)
  expect(left.every(name => statSync(join(root, '.releases', name, 'server/index.mjs')).isFile())).toBe(true)
  removeFolder(root)
})
