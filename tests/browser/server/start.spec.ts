/** How the built server starts where it is set up wrongly. No browser takes part. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from '@playwright/test'
import { freePort } from '../../support/network/free-port'
import { removeFolder, temporaryFolder } from '../../support/temporary-folder'

let folder = ''
test.beforeAll(() => {
  folder = temporaryFolder('start')
})
test.afterAll(() => removeFolder(folder))

async function start(env: Readonly<Record<string, string>>) {
  const server = spawn(process.execPath, ['.output/server/index.mjs'], {
    env: { ...process.env, PORT: String(await freePort()), DATA_DIR: folder, ...env },
  })
  const [out, err] = await Promise.all([text(server.stdout), text(server.stderr), once(server, 'exit')])
  return { code: server.exitCode, out, err: err.trim() }
}

for (const [variable, value, code, said] of [
  ['PORT', 'abc', 78, /^PORT is "abc"\. Write a whole number/],
  ['DATABASE_URL', 'nonsense', 78, /^DATABASE_URL cannot be used as it is\. Write the address of a PostgreSQL/],
  ['DATA_DIR', 'package.json', 78, /^The folder for the data, \S+, cannot be used: it is a file\. Name another one/],
  ['ERASURES_FILE', '/no/such/folder/list', 78, /^ERASURES_FILE \(\S+\) cannot be used: its folder is not there\. Name a file/],
  ['NUXT_PUBLIC_LEAVE_URL', 'javascript:alert(1)', 78, /^NUXT_PUBLIC_LEAVE_URL is "javascript:alert\(1\)"\. Write the address of a page/],
  ['HOST', 'not.a.host', 1, /^HOST is "not\.a\.host", which is no address of this machine\. Write one/],
] as const) {
  test(`a server with ${variable}=${value} says in one sentence what to write, and never listens`, async () => {
    expect(await start({ [variable]: value })).toEqual({
      code,
      out: '',
      err: expect.stringMatching(new RegExp(`${said.source}[^\\n]*\\.$`)),
    })
  })
}

test('a name that is nearly right is named, and all problems are said at once', async () => {
  const { err } = await start({ AUTH_SECRETS: 'k'.repeat(40), PORT: 'abc', TRUSTED_PROXIES: 'banana' })
  expect(err.split('\n')).toEqual([
    expect.stringContaining('If AUTH_SECRET is meant'),
    expect.stringContaining('PORT'),
    expect.stringContaining('TRUSTED_PROXIES'),
  ])
})

test('a database of a newer release is left alone', async () => {
  const { openDatabase } = await import('../../../server/platform/database/client.ts')
  const { steps } = await import('../../../server/platform/database/migrate.ts')
  const newer = join(folder, 'newer')
  const { db } = await openDatabase(join(newer, 'whos-there.sqlite'), { ...steps, '9999-later': async () => undefined })
  await db.destroy()
  expect(await start({ DATA_DIR: newer })).toMatchObject({
    code: 78,
    out: '',
    err: expect.stringMatching(/^This database was made by a newer release[^\n]*$/),
  })
})
