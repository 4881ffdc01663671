/** What a pupil has done and the server has not taken yet: kept on the device, so that a lost network or a closed lid loses nothing. */
import { createStore, delMany, entries, promisifyRequest, set, setMany } from 'idb-keyval'
import { tabStorage } from './own-answers'
import type { Entry } from './waiting'
import { writtenAhead } from './written-ahead'

/** Keys sort as things happened, also over a reload: the time, then a counter; the id keeps two tabs apart. */
const TIME_DIGITS = 15
const COUNT_DIGITS = 6
export const keyAt = (now: number, count: number, id: string) =>
  `${String(now).padStart(TIME_DIGITS, '0')}-${String(count).padStart(COUNT_DIGITS, '0')}-${id}`
const timeOf = (key: string) => Number(key.slice(0, TIME_DIGITS))

const DAY = 86_400_000
/** Days that work waits on a device for its pupil to come back. The words that say so are `my.retrying` and `my.unsent`. */
const KEPT_DAYS = 30
/**
 * Days that work waits for a closed lesson: closing can be undone for a day, and the next day may be a Sunday. The words that say
 * so are `my.closed`.
 */
const CLOSED_DAYS = 2
/** A device's clock that says it is earlier than this app has lost the time: a tablet whose battery was empty. */
const EARLIEST = Date.UTC(2026, 0, 1)

/** What has waited too long, and what was kept under a clock that had lost the time, to be kept from now on. */
function outdated(entries: readonly Entry[], now: number): { readonly expired: readonly string[], readonly undated: readonly Entry[] } {
  if (now < EARLIEST) return { expired: [], undated: [] }
  const undated = entries.filter(({ key }) => timeOf(key) < EARLIEST)
  const isExpired = ({ key, closedAt }: Entry) =>
    now - timeOf(key) > KEPT_DAYS * DAY || (closedAt !== undefined && now - Math.max(closedAt, EARLIEST) > CLOSED_DAYS * DAY)
  return { undated, expired: entries.filter(entry => !undated.includes(entry) && isExpired(entry)).map(({ key }) => key) }
}

export interface Outbox {
  add(entry: Entry): Promise<void>
  /** @returns what waits for one pupil, in order; nobody else's is ever read out */
  of(pupilId: string): Promise<Entry[]>
  remove(keys: readonly string[]): Promise<void>
  /** Notes that these wait for a closed lesson since now, where that is not noted yet. */
  noteClosed(keys: readonly string[]): Promise<void>
  /**
   * Lets go of what has waited for thirty days, or two for a closed lesson, whosever it is: nobody should find it on a shared
   * device years later.
   */
  dropOld(now: number): Promise<void>
}

const closedSince = (entry: Entry): Entry => ({ closedAt: Date.now(), ...entry })

/** What waits in this page, whatever the device's storage does. */
function inMemory(): Outbox {
  const kept = new Map<string, Entry>()
  return {
    add: async entry => void kept.set(entry.key, entry),
    of: async pupilId => [...kept.values()].filter(entry => entry.pupilId === pupilId),
    remove: async keys => keys.forEach(key => kept.delete(key)),
    noteClosed: async keys => keys.forEach((key) => {
      const entry = kept.get(key)
      if (entry) kept.set(key, closedSince(entry))
    }),
    // Gone with the page.
    dropOld: async () => {},
  }
}

export const outboxStore = () => createStore('whos-there-outbox', 'waiting')

/** A browser that gives no database says so by an error, now or later. */
async function orElse<T>(work: () => Promise<T>, otherwise: T): Promise<T> {
  try {
    return await work()
  }
  catch {
    return otherwise
  }
}

/** @returns the outbox of this device; where its database fails, the tab keeps what could not be written */
export function deviceOutbox(): Outbox {
  const memory = inMemory()
  const ahead = writtenAhead(tabStorage())
  const kept = outboxStore()
  const all = () => orElse(() => entries<string, Entry>(kept), [])
  async function add(entry: Entry) {
    ahead.add(entry)
    await Promise.all([memory.add(entry), orElse(() => set(entry.key, entry, kept).then(() => ahead.remove([entry.key])), undefined)])
  }
  // What a page that went too soon left behind.
  ahead.left().forEach(entry => void add(entry))
  return {
    add,
    async of(pupilId) {
      const here = await memory.of(pupilId)
      const found = new Map([
        ...(await all()).filter(([, entry]) => entry.pupilId === pupilId),
        ...here.map((entry): [string, Entry] => [entry.key, entry]),
      ])
      return [...found.values()].sort((a, b) => a.key < b.key ? -1 : 1)
    },
    async remove(keys) {
      ahead.remove(keys)
      await memory.remove(keys)
      await orElse(() => delMany([...keys], kept), undefined)
    },
    async noteClosed(keys) {
      await memory.noteClosed(keys)
      // In one step: what another tab has sent meanwhile does not come back.
      await orElse(() => kept('readwrite', (store) => {
        for (const key of keys) {
          const found: IDBRequest<Entry | undefined> = store.get(key)
          found.onsuccess = () => found.result && store.put(closedSince(found.result), key)
        }
        return promisifyRequest(store.transaction)
      }), undefined)
    },
    async dropOld(now) {
      const { expired, undated } = outdated((await all()).map(([, entry]) => entry), now)
      await orElse(async () => {
        await setMany(undated.map((entry, count): [string, Entry] => {
          const key = keyAt(now, count, entry.key)
          return [key, { ...entry, key }]
        }), kept)
        await delMany([...expired, ...undated.map(({ key }) => key)], kept)
      }, undefined)
    },
  }
}
