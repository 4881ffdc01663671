/** The built app with a database of its own, while it is measured. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
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
  /** Milliseconds of processor time that a database server has taken so far; null where the app holds the database itself. */
  processorTime(): number | null
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
    processorTime: () => null,
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
          processorTime: () => timeWithChildren(postgres.pid),
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
  /** Milliseconds of processor time so far: it says more than time on a machine that does other things as well. */
  processorTime(): number
  /** The most memory so far, in MB (VmHWM of proc_pid_status(5)). */
  memory(): number
  stop(): Promise<void>
}

/** @returns fields of proc_pid_stat(5) from the state on, which is the third there. Linux only */
const statOf = (pid: number | string): readonly string[] => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []

/** Hundredths of a second, as Linux counts them. @param fields their numbers in proc_pid_stat(5) */
const ticks = (stat: readonly string[], ...fields: readonly number[]) =>
  fields.reduce((sum, field) => sum + Number(stat[field - 3]), 0) * 10

const [OWN, OF_ENDED_CHILDREN, PARENT] = [[14, 15], [16, 17], 4] as const

/** @returns milliseconds of processor time of a process and all its children, those that have ended too */
function timeWithChildren(pid: number): number {
  const others = readdirSync('/proc').filter(name => /^\d+$/.test(name)).flatMap((name) => {
    try {
      return [statOf(name)]
    }
    catch {
      return [] // It has ended meanwhile.
    }
  })
  return others.filter(stat => stat[PARENT - 3] === String(pid)).reduce(
    (sum, stat) => sum + ticks(stat, ...OWN),
    ticks(statOf(pid), ...OWN, ...OF_ENDED_CHILDREN),
  )
}

/** Words of a program that runs the app's processes, and holds each to a part of a core for one: `docs/benchmarks.md` says what for. */
const under = (process.env.BENCH_APP_UNDER ?? '').split(' ').filter(word => word !== '')

export async function startApp({ env }: Store): Promise<RunningApp> {
  const port = await freePort()
  const [program = '', ...words] = [...under, process.execPath, '.output/server/index.mjs']
  const server = spawn(program, words, {
    env: { ...process.env, PORT: String(port), ...env },
    stdio: 'ignore',
  })
  const address = `http://localhost:${port}`
  while (!(await fetch(`${address}/api/health`).then(({ ok }) => ok, () => false))) await wait(50)
  return {
    address,
    processorTime: () => ticks(statOf(server.pid ?? 0), ...OWN),
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
