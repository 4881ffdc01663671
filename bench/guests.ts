/** A school's answers while guests have the server do whatever costs it most (guest-load.ts). On the embedded database. */
import { fork } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import type { GuestsGot } from './guest-load.ts'
import { inDatabase, startApp, stores } from './running-app.ts'
import { percentile, schoolAnswers, told } from './school-rate.ts'
import { SCHOOL_RATE, seat } from './server.ts'

interface Row { readonly what: string, readonly measured: string, readonly budget: string }

/** Guests at once, each from an address of their own. */
const BULKS = 20
const OTHERS = 12
const SECONDS = 20

/** Looks at the server's health until told to stop. @returns milliseconds of each look */
async function health(address: string, isOver: () => boolean): Promise<number[]> {
  const times: number[] = []
  while (!isOver()) {
    const began = performance.now()
    const isWell = await fetch(`${address}/api/health`).then(
      async answer => ((await answer.json()) as { status: string }).status === 'ok',
      () => false,
    )
    times.push(isWell ? performance.now() - began : Number.POSITIVE_INFINITY)
    await wait(50)
  }
  return times
}

export async function besideGuests(): Promise<Row[]> {
  const [store, ...unused] = await stores()
  await Promise.all(unused.map(other => other.remove()))
  if (!store) return []
  const seats = await inDatabase(store, seat)
  const app = await startApp(store)
  const rate = { perSecond: SCHOOL_RATE, seconds: SECONDS }
  // What a server that has run for a while has done before: the first page and the first package read much of it from the disk.
  await schoolAnswers(app.address, seats, { ...rate, seconds: 5 })
  for (const path of ['/lessons/lying-online-9-11/text', '/api/export?lesson=lying-online-9-11&format=scorm2004-4'])
    await fetch(app.address + path).then(answer => answer.arrayBuffer())
  const alone = await schoolAnswers(app.address, seats, rate)

  const guests = fork(fileURLToPath(new URL('guest-load.ts', import.meta.url)), [app.address, String(BULKS), String(OTHERS)])
  await once(guests, 'message')
  let isOver = false
  const looking = health(app.address, () => isOver)
  await wait(500)
  const before = app.processorTime()
  const school = await schoolAnswers(app.address, seats, rate)
  const cores = (app.processorTime() - before) / 1000 / SECONDS
  isOver = true
  const looks = await looking
  guests.send('over')
  const [got] = await once(guests, 'message') as [GuestsGot]
  const memory = app.memory()
  await app.stop()
  await store.remove()
  return [
    { what: `2,000 pupils, an answer every 10 s, alone`, measured: told(alone), budget: 'p99 ≤ 100 ms' },
    { what: `the same beside ${BULKS} bulk exports and ${OTHERS} other guests at once`, measured: told(school), budget: 'p99 ≤ 100 ms' },
    {
      what: 'health meanwhile',
      measured: `p99 ${percentile(looks, 0.99).toFixed(0)}, longest ${Math.max(...looks).toFixed(0)} ms of ${looks.length} looks`,
      budget: '≤ 200 ms',
    },
    {
      what: 'what the guests got meanwhile',
      measured: `${(got.bulks.bytes / 1e6).toFixed(0)} MB of bulk exports (${got.bulks.refused} refused), ${got.others.served} others (${got.others.refused} refused); ${memory} MB at most, ${cores.toFixed(1)} cores`,
      budget: '',
    },
  ]
}
