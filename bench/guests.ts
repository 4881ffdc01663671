/** A school's answers while guests have the server do whatever costs it most: packages in bulk, summaries, previews, and pages. On the embedded database. */
import { setTimeout as wait } from 'node:timers/promises'
import { packageFormats } from '#shared/scorm/package-format'
import { folderSource } from '../server/content/folder-source.ts'
import { readLibrary } from '../server/content/library.ts'
import { lessonIds } from '../server/scorm/export.ts'
import { inDatabase, startApp, stores } from './running-app.ts'
import { answers, SCHOOL_RATE, seat } from './server.ts'

interface Row { readonly what: string, readonly measured: string, readonly budget: string }

/** Guests at once, each from an address of their own. */
const BULKS = 20
const OTHERS = 12

const headersOf = (guest: number) => ({ 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${guest}` })

const percentile = (times: readonly number[], share: number) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))] ?? Number.NaN

/** Asks again and again until told to stop. @returns how often it was served and refused, and the longest wait */
async function again(isOver: () => boolean, ask: (round: number) => Promise<Response>) {
  const times: number[] = []
  let refused = 0
  for (let round = 0; !isOver(); round++) {
    const began = performance.now()
    const answer = await ask(round).catch(() => undefined)
    await answer?.arrayBuffer().catch(() => {})
    if (answer?.ok) times.push(performance.now() - began)
    else refused += 1
    if (!answer?.ok) await wait(100)
  }
  return { times, refused }
}

export async function besideGuests(): Promise<Row[]> {
  const [store, ...unused] = await stores()
  await Promise.all(unused.map(other => other.remove()))
  if (!store) return []
  const lessons = lessonIds(await readLibrary(folderSource('content')), 'en')
  const seats = await inDatabase(store, seat)
  const app = await startApp(store)
  await answers(app.address, seats, { connections: 4 })
  // What a server that has run for a while has done before: the first page and the first package read much of it from the disk.
  for (const path of [`/lessons/${lessons[0]}/text`, `/api/export?lesson=${lessons[0]}&format=scorm2004-4`]) await fetch(app.address + path).then(answer => answer.arrayBuffer())
  const alone = await answers(app.address, seats, { connections: 100, overallRate: SCHOOL_RATE })

  let isOver = false
  const over = () => isOver
  const post = (path: string, guest: number, body: object) => fetch(app.address + path, { method: 'POST', headers: headersOf(guest), body: JSON.stringify(body) })
  // Options that nobody has asked for yet, so that nothing of it is kept already.
  const options = (guest: number, round: number) => ({ passMark: 1 + (guest + round) % 100, school: { name: `School ${guest} ${round}` } })
  const bulks = Array.from({ length: BULKS }, (_, guest) => again(over, round => post('/api/export/bulk', guest, { lessons, formats: packageFormats, options: options(guest, round) })))
  const others = Array.from({ length: OTHERS }, (_, index) => again(over, (round) => {
    const guest = 100 + index
    if (index % 3 === 0) return fetch(`${app.address}/lessons/${lessons[round % lessons.length]}/text`, { headers: headersOf(guest) })
    return post(index % 3 === 1 ? '/api/export/summary' : '/api/export/preview', guest, { lessons: [lessons[round % lessons.length]], format: 'scorm12', options: options(guest, round) })
  }))
  const health = again(over, () => wait(50).then(() => fetch(`${app.address}/api/health`)))
  await wait(500)
  const school = await answers(app.address, seats, { connections: 100, overallRate: SCHOOL_RATE })
  isOver = true
  const looks = (await health).times.map(time => time - 50)
  const [made, rest] = [await Promise.all(bulks), await Promise.all(others)]
  const memory = app.memory()
  await app.stop()
  await store.remove()
  const served = (all: typeof made) => all.reduce((sum, { times }) => sum + times.length, 0)
  const refused = (all: typeof made) => all.reduce((sum, guest) => sum + guest.refused, 0)
  return [
    { what: `2,000 pupils, an answer every 10 s, alone`, measured: `p99 ${alone.latency.p99} ms, ${alone.non2xx + alone.errors} refused`, budget: '' },
    { what: `the same beside ${BULKS} bulk exports and ${OTHERS} other guests at once`, measured: `p99 ${school.latency.p99} ms, longest ${school.latency.max} ms, ${school.non2xx + school.errors} refused`, budget: 'p99 ≤ 100 ms' },
    { what: 'health meanwhile', measured: `p99 ${percentile(looks, 0.99).toFixed(0)} ms, longest ${Math.max(...looks).toFixed(0)} ms`, budget: '≤ 200 ms' },
    { what: 'what the guests got meanwhile', measured: `${served(made)} bulk exports (${refused(made)} refused), ${served(rest)} others (${refused(rest)} refused); ${memory} MB at most`, budget: '' },
  ]
}
