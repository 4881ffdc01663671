/** What a pupil has done and the server has not taken yet: kept on the device, so that a lost network or a closed lid loses nothing. */
import { createStore, delMany, entries, set, type UseStore } from 'idb-keyval'
import type { AttemptEvent } from '#shared/attempt-changes'
import type { CheckAnswers } from '#shared/recorder'

export type Waiting
  = | { readonly kind: 'event', readonly event: AttemptEvent }
    | { readonly kind: 'check', readonly id: string, readonly form: 'before' | 'after', readonly answers: CheckAnswers }

export interface Entry {
  /** In the order in which they happened on this device. */
  readonly key: string
  readonly pupilId: string
  readonly assignmentId: string
  readonly waiting: Waiting
}

export interface Outbox {
  add(entry: Entry): Promise<void>
  /** @returns what waits for one pupil, in order; nobody else's is ever read out */
  of(pupilId: string): Promise<Entry[]>
  remove(keys: readonly string[]): Promise<void>
}

/** Without a storage (a private window, a full disk) it waits in memory, as long as the page is open. */
function inMemory(): Outbox {
  const kept = new Map<string, Entry>()
  return {
    add: async entry => void kept.set(entry.key, entry),
    of: async pupilId => [...kept.values()].filter(entry => entry.pupilId === pupilId),
    remove: async keys => keys.forEach(key => kept.delete(key)),
  }
}

function openStore(): UseStore | null {
  try {
    return createStore('whos-there-outbox', 'waiting')
  }
  catch {
    return null
  }
}

/** @returns the outbox of this device; where its storage fails, the one of this page takes over with what could not be kept */
export function deviceOutbox(): Outbox {
  const memory = inMemory()
  const kept = openStore()
  if (!kept) return memory
  return {
    async add(entry) {
      await memory.add(entry)
      await set(entry.key, entry, kept).catch(() => {})
    },
    async of(pupilId) {
      const here = await memory.of(pupilId)
      const stored = await entries<string, Entry>(kept).catch(() => [])
      const all = new Map([...stored.filter(([, entry]) => entry.pupilId === pupilId), ...here.map((entry): [string, Entry] => [entry.key, entry])])
      return [...all.values()].sort((a, b) => a.key < b.key ? -1 : 1)
    },
    async remove(keys) {
      await memory.remove(keys)
      await delMany([...keys], kept).catch(() => {})
    },
  }
}
