/** The built app with a database of its own, while it is measured. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { openDatabase, type Db } from '../server/platform/database/client.ts'
import { freePort } from '../tests/support/network/free-port.ts'
import { startPostgres } from '../tests/support/databases/postgres.ts'
import { removeFolder, temporaryFolder } from '../tests/support/temporary-folder.ts'

export interface Store {
  readonly name: string
  readonly url: string
  /** Set for the app. */
  readonly env: Readonly<Record<string, string>>
  remove(): Promise<void>
}

/** @returns an empty database of each kind that this machine has, on its disk and as durable as a school's */
export async function stores(): Promise<Store[]> {
  const folder = temporaryFolder('bench')
  const remove = async () => removeFolder(folder)
  const embedded = {
    name: 'embedded database',
    url: join(folder, 'whos-there.sqlite'),
    env: { DATA_DIR: folder, DATABASE_URL: '' },
    remove,
  }
  const postgres = await startPostgres({ isDurable: true })
  return postgres
    ? [
        embedded,
        {
          name: 'PostgreSQL',
          url: postgres.address,
          env: { DATA_DIR: folder, DATABASE_URL: postgres.address },
          remove: () => postgres.stop(),
        },
      ]
    : [embedded]
}

/** @returns what `work` returns; the database is closed afterwards */
export async function inDatabase<T>({ url }: Store, work: (db: Db) => Promise<T>): Promise<T> {
  const { db } = await openDatabase(url)
  return work(db).finally(() => db.destroy())
}

export interface RunningApp {
  readonly address: string
  /**
   * Milliseconds of processor time so far: it says more than time on a machine that does other things as well. Linux only, in
   * hundredths of a second (proc_pid_stat(5)).
   */
  processorTime(): number
  /** The most memory so far, in MB (VmHWM of proc_pid_status(5)). */
  memory(): number
  stop(): Promise<void>
}

export async function startApp({ env }: Store): Promise<RunningApp> {
  const port = await freePort()
  const server = spawn(process.execPath, ['.output/server/index.mjs'], {
    env: { ...process.env, PORT: String(port), ...env },
    stdio: 'ignore',
  })
  const address = `http://localhost:${port}`
  while (!(await fetch(`${address}/api/health`).then(({ ok }) => ok, () => false))) await wait(50)
  return {
    address,
    processorTime() {
      const fields = readFileSync(`/proc/${server.pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
      return (Number(fields[11]) + Number(fields[12])) * 10
    },
    memory() {
      const [, kB] = /^VmHWM:\s+(\d+)/m.exec(readFileSync(`/proc/${server.pid}/status`, 'utf8')) ?? []
      return Math.round(Number(kB) / 1000)
    },
    async stop() {
      server.kill()
      await once(server, 'exit')
    },
  }
}
