import { once } from 'node:events'
import { createServer } from 'node:net'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { engines, freshDatabase } from '../../tests/support/databases/databases'
import { freePort } from '../../tests/support/network/free-port'
import { removeFolder, temporaryFolder } from '../../tests/support/temporary-folder'
import { openDatabase } from '../platform/database/client'
import { ensurePort, NotReady, problemOfDataFolder, problemOfErasuresFile, untilDatabase } from './before-listening'
import { readSettings } from '../platform/settings'

let folder = ''
beforeAll(() => {
  folder = temporaryFolder('before-listening')
  writeFileSync(join(folder, 'a-file'), 'not a list')
})
afterAll(() => removeFolder(folder))
const at = (path: string) => join(folder, path)

describe('before the server listens', () => {
  it('makes the folder for the data, and leaves nothing in it', () => {
    expect(problemOfDataFolder(readSettings({ DATA_DIR: at('new/data') }))).toEqual([])
    expect(readdirSync(at('new/data'))).toEqual([])
  })

  it.each(['a-file', 'a-file/data'])('says that %s cannot hold the data', (path) => {
    expect(problemOfDataFolder(readSettings({ DATA_DIR: at(path) }))).toEqual([
      expect.stringMatching(/cannot be used: .* is a file\. Name another one, for example DATA_DIR=/),
    ])
  })

  it('takes a list of erasures that is there, and one that can be begun', async () => {
    writeFileSync(at('erasures'), '')
    mkdirSync(at('folder'))
    for (const ERASURES_FILE of [at('erasures'), at('folder/begun')])
      expect(await problemOfErasuresFile(readSettings({ ERASURES_FILE }))).toEqual([])
    expect(readdirSync(at('folder'))).toEqual([])
  })

  it.each([
    ['no/such/list', 'its folder is not there'],
    ['a-file', 'damaged in line 1'],
    ['folder', 'EISDIR'],
  ])('says that %s cannot be that list', async (path, reason) => {
    expect(await problemOfErasuresFile(readSettings({ ERASURES_FILE: at(path) }))).toEqual([
      expect.stringMatching(new RegExp(`^ERASURES_FILE .*${reason}[^]*leave it out\\.$`)),
    ])
  })

  it('says that a port is taken, and that a host is not ours', async () => {
    const port = await freePort()
    await expect(ensurePort(readSettings({ PORT: String(port), HOST: '127.0.0.1' }))).resolves.toBeUndefined()
    const other = createServer().listen(port, '127.0.0.1')
    await once(other, 'listening')
    await expect(ensurePort(readSettings({ PORT: String(port), HOST: '127.0.0.1' }))).rejects.toThrow(`Port ${port} is already in use`)
    other.close()
    await expect(ensurePort(readSettings({ PORT: String(port), HOST: '203.0.113.9' }))).rejects.toThrow(
      'HOST is "203.0.113.9", which is no address of this machine',
    )
  })

  it('waits for a PostgreSQL that is not there yet, then says so without a password', async () => {
    const DATABASE_URL = `postgres://school:hunter2@localhost:${await freePort()}/lessons`
    const started = untilDatabase(() => openDatabase(DATABASE_URL), readSettings({ DATABASE_URL }), 0)
    await expect(started).rejects.toThrow(NotReady)
    await expect(started).rejects.toThrow(/^PostgreSQL does not answer at localhost:\d+\/lessons \(ECONNREFUSED\)\. Start it/)
    let tries = 0
    const late = async () => {
      tries += 1
      return tries < 2 ? openDatabase(DATABASE_URL) : freshDatabase('sqlite')
    }
    await untilDatabase(late, readSettings({ DATABASE_URL }))
    expect(tries).toBe(2)
  })
})

it.runIf(engines.includes('postgres'))('a PostgreSQL without that database is said at once, since waiting changes nothing', async () => {
  const DATABASE_URL = inject('postgres').replace(/\/postgres$/, '/none-of-this-name')
  await expect(untilDatabase(() => openDatabase(DATABASE_URL), readSettings({ DATABASE_URL }))).rejects.toThrow(
    'does not let the app in (3D000)',
  )
})
