/** What costs processor time is done by workers of the built server, which needs nothing of the project around it. No browser is needed. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { cpSync, realpathSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { unzipSync } from 'fflate'
import { builtPackage } from '../../support/packages/package-host.ts'
import { freePort } from '../../support/network/free-port.ts'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder.ts'
import { readFile } from 'node:fs/promises'

const lessons = [
  'lying-online-9-11',
  'lying-online-11-14',
  'sharing-images-9-11',
  'sharing-images-11-14',
  'meeting-strangers-9-11',
  'meeting-strangers-11-14',
]

/** A build that was carried elsewhere, and runs there. */
async function carriedElsewhere(env: Record<string, string> = {}) {
  const folder = temporaryFolder('elsewhere')
  cpSync(realpathSync('.output'), join(folder, 'built'), { recursive: true })
  const port = await freePort()
  const server = spawn(process.execPath, ['built/server/index.mjs'], {
    cwd: folder,
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: join(folder, 'data'), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  for (const stream of [server.stdout, server.stderr]) stream.on('data', part => log += String(part))
  const address = `http://localhost:${port}`
  while (!await fetch(`${address}/api/health`).then(({ ok }) => ok, () => false)) {
    if (server.exitCode !== null) throw new Error(log)
    await new Promise(resolve => setTimeout(resolve, 50))
  }
  return {
    address,
    pid: server.pid ?? 0,
    log: () => log,
    async stop() {
      const isOver = once(server, 'exit')
      server.kill()
      await isOver
      removeFolder(folder)
      return server.exitCode
    },
  }
}

const post = (address: string, path: string, body: object, signal?: AbortSignal) =>
  fetch(address + path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body), signal })

const withoutRelease = (name: string, content: Uint8Array) =>
  name === 'index.html' ? new TextDecoder().decode(content).replace(/"release":"[^"]*"/, '') : content

test('a build that was carried elsewhere makes and checks packages in its workers, with the bytes of the command line', async () => {
  const server = await carriedElsewhere()
  const summary = (await (await post(server.address, '/api/export/summary', { lessons: [lessons[0]], format: 'scorm2004-4' })).json()) as {
    sha256: string
    report: { ok: boolean, checked: string[] }
  }
  expect(summary.report.ok).toBe(true)
  expect(summary.report.checked).toContain('manifest-schema')
  const bytes = new Uint8Array(await (await fetch(`${server.address}/api/export?lesson=${lessons[0]}&format=scorm2004-4`)).arrayBuffer())
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(summary.sha256)
  // The release is in the package too, so the pages are compared without it.
  const here = unzipSync((await builtPackage(lessons[0] ?? '', 'scorm2004-4')).bytes)
  const [own, theirs] = [unzipSync(bytes), here].map(files =>
    Object.fromEntries(
      Object.entries(files)
        .filter(([name]) => name !== 'lesson.js')
        .map(([name, content]) => [name, createHash('sha256').update(withoutRelease(name, content)).digest('hex')]),
    ),
  )
  expect(own).toEqual(theirs)
  const refused = await post(server.address, '/api/export', {
    lessons: [lessons[0]],
    format: 'scorm12',
    options: { school: { logo: `data:image/png;base64,${Buffer.from('<svg/>').toString('base64')}` } },
  })
  expect(refused.status).toBe(400)
  // Several threads of one name: the worker's is lower in priority, so that answers go first.
  if (process.platform === 'linux') {
    const tasks = readdirSync(`/proc/${server.pid}/task`)
    const nice = await Promise.all(
      tasks.map(async task => Number((await readFile(`/proc/${server.pid}/task/${task}/stat`, 'utf8')).split(') ')[1]?.split(' ')[16])),
    )
    expect(nice).toContain(10)
    expect(nice[tasks.indexOf(String(server.pid))]).toBe(0)
  }
  expect(await server.stop()).toBe(0)
  expect(server.log()).not.toMatch(/error/i)
})

test('while twenty bulk exports run, others are answered before any of them is done; whoever goes away stops theirs', async () => {
  const server = await carriedElsewhere({ WORKERS: '1' })
  const order: string[] = []
  const goneAway = new AbortController()
  const bulks = Array.from({ length: 20 }, (_, index) =>
    post(
      server.address,
      '/api/export/bulk',
      { lessons, formats: ['scorm12', 'scorm2004-3', 'scorm2004-4', 'web'], options: { passMark: 60 + index } },
      goneAway.signal,
    )
      .then(async answer => order.push(`bulk ${answer.status} ${(await answer.arrayBuffer()).byteLength > 0}`))
      .catch(() => order.push('gone')),
  )
  await new Promise(resolve => setTimeout(resolve, 300))
  const asked = await Promise.all(['/api/health', '/lessons', `/api/lessons/${lessons[0]}`].map(async (path) => {
    const { status } = await fetch(server.address + path)
    order.push(path)
    return status
  }))
  expect(asked).toEqual([200, 200, 200])
  expect(order.slice(0, 3).sort()).toEqual(['/api/health', `/api/lessons/${lessons[0]}`, '/lessons'])
  // A single package comes in its turn, not behind all of the others.
  const single = await post(server.address, '/api/export', { lessons: [lessons[1]], format: 'scorm12' })
  expect(single.status).toBe(200)
  goneAway.abort()
  await Promise.all(bulks)
  expect(order.filter(entry => entry === 'gone').length).toBeGreaterThan(10)
  const after = await post(server.address, '/api/export', { lessons: [lessons[2]], format: 'scorm12' })
  expect(after.status).toBe(200)
  expect(await server.stop()).toBe(0)
})
