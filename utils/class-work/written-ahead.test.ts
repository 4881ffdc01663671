import { IDBFactory } from 'fake-indexeddb'
import { keys } from 'idb-keyval'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { deviceOutbox, keyAt, outboxStore } from './class-outbox'
import type { Entry } from './waiting'
import { writtenAhead } from './written-ahead'

/** A tab's storage, which a page that is loaded anew finds as it was. */
function tab(): Storage {
  const kept = new Map<string, string>()
  return {
    get length() { return kept.size },
    key: place => [...kept.keys()][place] ?? null,
    getItem: key => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: key => void kept.delete(key),
    clear: () => kept.clear(),
  }
}
const entry = (id: string, pupilId = 'ali'): Entry =>
  ({ key: keyAt(Date.UTC(2026, 10, 25), 0, id), pupilId, assignmentId: 'a1', waiting: { kind: 'event', event: { id, change: { kind: 'finished' } } } })
/** The database has been asked, and the page goes before it has answered. */
const tooSlow = { open: () => ({}) }

let sessionStorage: Storage
let database: IDBFactory
beforeEach(() => {
  sessionStorage = tab()
  database = new IDBFactory()
  vi.stubGlobal('window', { sessionStorage })
  vi.stubGlobal('indexedDB', database)
})
afterEach(() => void vi.unstubAllGlobals())

it('has what was done in a page that went before the database had it, and brings it there', async () => {
  vi.stubGlobal('indexedDB', tooSlow)
  void deviceOutbox().add(entry('one'))
  void deviceOutbox().add(entry('two'))
  vi.stubGlobal('indexedDB', database)
  const next = deviceOutbox()
  expect(await next.of('ali')).toEqual([entry('one'), entry('two')])
  expect(await next.of('zoe')).toEqual([])
  await expect.poll(() => sessionStorage).toHaveLength(0)
  expect(await keys(outboxStore())).toHaveLength(2)
  await next.remove([entry('one').key, entry('two').key])
  expect(await deviceOutbox().of('ali')).toEqual([])
})

it('keeps nothing in the tab once the database has it', async () => {
  await deviceOutbox().add(entry('one'))
  expect(sessionStorage).toHaveLength(0)
})

it.each([true, false])('does not bring back what was sent meanwhile (a database: %s)', async (has) => {
  vi.stubGlobal('indexedDB', has ? database : undefined)
  const outbox = deviceOutbox()
  await outbox.add(entry('sent'))
  await outbox.remove([entry('sent').key])
  expect(await deviceOutbox().of('ali')).toEqual([])
  expect(sessionStorage).toHaveLength(0)
})

it('outlives a page on a device that gives no database', async () => {
  vi.stubGlobal('indexedDB', undefined)
  await deviceOutbox().add(entry('one'))
  expect(await deviceOutbox().of('ali')).toEqual([entry('one')])
})

it('reads over what is none of it, or was cut off, and a tab that is full or gives no storage is no error', () => {
  const ahead = writtenAhead(sessionStorage)
  ahead.add(entry('one'))
  sessionStorage.setItem('whos-there:waiting:x', '{"key":"x"')
  sessionStorage.setItem('whos-there:waiting:y', '{"key":"y"}')
  sessionStorage.setItem('other', '{}')
  expect(ahead.left()).toEqual([entry('one')])
  const full = writtenAhead({ ...tab(), setItem: () => {
    throw new Error('QuotaExceededError')
  } })
  full.add(entry('one'))
  writtenAhead(undefined).add(entry('one'))
  expect([...full.left(), ...writtenAhead(undefined).left()]).toEqual([])
})
