/**
 * Guests who have the server do whatever costs it most, again and again: packages in bulk, summaries, previews, and pages. Each
 * from an address of their own. A process of its own, behind everything else that wants a core: real guests bring their own
 * computers. Started by bench/guests.ts with the app's address; any message ends it, and it tells what the guests got.
 */
import { setPriority } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { packageFormats } from '#shared/scorm/package-format'
import { DEFAULT_LOCALE } from '#shared/text/languages'
import { folderSource } from '../server/content/sources/folder-source.ts'
import { readLibrary } from '../server/content/library/library.ts'
import { lessonIds } from '../server/scorm/export/export.ts'

interface Got {
  /** Whole answers. */
  served: number
  refused: number
  /** Of unfinished answers too: a zip of everything takes longer than the bench. */
  bytes: number
}

export interface GuestsGot { readonly bulks: Readonly<Got>, readonly others: Readonly<Got> }

setPriority(19)
const [address = '', bulks = '20', others = '12'] = process.argv.slice(2)
let isOver = false
const lessons = lessonIds(await readLibrary(folderSource('content')), DEFAULT_LOCALE)

/** Asks again and again until it is over. Bodies are read and thrown away as they come. */
async function again(ask: (round: number) => Promise<Response>) {
  const got: Got = { served: 0, refused: 0, bytes: 0 }
  for (let round = 0; !isOver; round++) {
    const isServed = await ask(round).then(async (answer) => {
      for await (const { length } of answer.body ?? []) {
        if (isOver) return false
        got.bytes += length
      }
      return answer.ok
    }).catch(() => false)
    if (isServed) got.served += 1
    else if (!isOver) got.refused += 1
    if (!isServed) await wait(100)
  }
  return got
}

const headersOf = (guest: number) => ({ 'content-type': 'application/json', 'x-forwarded-for': `203.0.113.${guest}` })
const post = (path: string, guest: number, body: object) =>
  fetch(address + path, { method: 'POST', headers: headersOf(guest), body: JSON.stringify(body) })
/** Options that nobody has asked for yet, so that nothing of it is kept already. */
const options = (guest: number, round: number) => ({ passMark: 1 + (guest + round) % 100, school: { name: `School ${guest} ${round}` } })

const bulk = (guest: number) =>
  again(round => post('/api/export/bulk', guest, { lessons, formats: packageFormats, options: options(guest, round) }))
const other = (index: number) => again((round) => {
  const [guest, lesson] = [100 + index, lessons[round % lessons.length]]
  if (index % 3 === 0) return fetch(`${address}/lessons/${lesson}/text`, { headers: headersOf(guest) })
  return post(index % 3 === 1 ? '/api/export/summary' : '/api/export/preview', guest, {
    lessons: [lesson],
    format: 'scorm12',
    options: options(guest, round),
  })
})
const together = (all: readonly Got[]) =>
  all.reduce((sum, { served, refused, bytes }) => ({
    served: sum.served + served,
    refused: sum.refused + refused,
    bytes: sum.bytes + bytes,
  }))

process.once('message', () => (isOver = true))
process.send?.('begun')
const [made, rest] = await Promise.all([
  Promise.all(Array.from({ length: Number(bulks) }, (_, guest) => bulk(guest))),
  Promise.all(Array.from({ length: Number(others) }, (_, index) => other(index))),
])
process.send?.({ bulks: together(made), others: together(rest) } satisfies GuestsGot)
process.disconnect()
