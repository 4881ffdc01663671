/** A PostgreSQL for tests, in a temporary folder, stopped and removed at the end. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Kysely, PostgresDialect, sql } from 'kysely'
import { Pool } from 'pg'
import type { TestProject } from 'vitest/node'
import { openDatabase } from '../../../server/platform/database/client.ts'
import { freePort } from '../network/free-port.ts'
import { removeFolder, temporaryFolder } from '../temporary-folder.ts'

const DEBIAN = '/usr/lib/postgresql'

/** @returns the folder of PostgreSQL's programs, the newest of them */
function programs(): string | undefined {
  if (!existsSync(DEBIAN)) return undefined
  const newest = readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a))[0]
  return newest === undefined ? undefined : join(DEBIAN, newest, 'bin')
}

/** PostgreSQL refuses to run as root; Debian's package brings a user for it. */
function identity(): { uid: number, gid: number } | object {
  if (process.getuid?.() !== 0) return {}
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }))
  return { uid: id('-u'), gid: id('-g') }
}

/** A test does not mind a disk that is lost. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'wal_level=minimal', 'max_wal_senders=0', 'autovacuum=off']

/** A database with our tables and nothing in them, which tests copy: that is faster than making them anew each time. */
export const TEMPLATE = 'whos_there_template'

export interface Postgres {
  readonly address: string
  /** Of the process whose children serve the connections. */
  readonly pid: number
  /** Kills it with all its processes, as a machine does that loses its power, and starts it again on what is on the disk. */
  crash(): Promise<void>
  stop(): Promise<void>
}

/**
 * Starts one in a temporary folder.
 * @param options `isDurable` for measuring
 * @returns null where PostgreSQL is not installed
 * @throws in CI, which may not leave its tests out
 */
export async function startPostgres({ isDurable = false } = {}): Promise<Postgres | null> {
  const bin = programs()
  if (bin === undefined) {
    if (process.env.CI) throw new Error('PostgreSQL is missing, and CI may not leave its tests out: apt-get install postgresql')
    console.warn('PostgreSQL is not installed (Debian: apt-get install postgresql), so the tests of the database run on SQLite only.')
    return null
  }
  const folder = temporaryFolder('postgres')
  chmodSync(folder, 0o700)
  const as = identity()
  if ('uid' in as) chownSync(folder, as.uid, as.gid)
  const port = await freePort()
  execFileSync(join(bin, 'initdb'), ['-D', folder, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'], {
    ...as,
    cwd: folder,
    stdio: 'ignore',
  })
  const settings = ['listen_addresses=localhost', 'max_connections=200', ...isDurable ? [] : careless]
  const address = `postgres://postgres@localhost:${port}/postgres`
  async function start(): Promise<ChildProcess> {
    const started = spawn(
      join(bin ?? '', 'postgres'),
      ['-D', folder, '-p', String(port), '-k', folder, ...settings.flatMap(setting => ['-c', setting])],
      { ...as, cwd: folder, stdio: 'ignore' },
    )
    // However long it takes to mend what is on the disk.
    while (started.exitCode === null && started.signalCode === null) {
      try {
        execFileSync(join(bin ?? '', 'pg_isready'), ['-h', 'localhost', '-p', String(port)], { stdio: 'ignore' })
        break
      }
      catch {
        await wait(100)
      }
    }
    return started
  }
  let server = await start()
  return {
    address,
    get pid() {
      return server.pid ?? 0
    },
    async crash() {
      const ended = new Promise(resolve => server.once('exit', resolve))
      const all = [server.pid ?? 0, ...childrenOf(server.pid ?? 0)]
      for (const pid of all) killIfThere(pid)
      await ended
      // Until the last of them is gone it would not start.
      do server = await start()
      while (server.exitCode !== null)
    },
    async stop() {
      const ended = new Promise(resolve => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      removeFolder(folder)
    },
  }
}

/** A connection's process may have ended by itself a moment before. */
function killIfThere(pid: number) {
  try {
    process.kill(pid, 'SIGKILL')
  }
  catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** @returns processes that another has started (proc_pid_task_children(5)); Linux only, as Debian's programs are */
const childrenOf = (pid: number): number[] =>
  readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(text => text !== '').map(Number)

/** Vitest's global set-up: one for all test files, each with databases of its own in it. */
export default async function setup({ provide }: TestProject) {
  const postgres = await startPostgres()
  provide('postgres', postgres?.address ?? '')
  if (postgres) await makeTemplate(postgres.address)
  return postgres?.stop
}

async function makeTemplate(address: string) {
  const server = serverAt(address)
  await sql`create database ${sql.ref(TEMPLATE)}`.execute(server)
  await server.destroy()
  const { db } = await openDatabase(databaseAt(address, TEMPLATE))
  await db.destroy()
}

/** @returns the server's own database, in which others are made */
export const serverAt = (address: string) =>
  new Kysely<object>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: address, max: 1 }) }) })

export const databaseAt = (address: string, name: string) => address.replace(/\/postgres$/, `/${name}`)
