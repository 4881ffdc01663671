import { IDBFactory } from 'fake-indexeddb'
import { keys } from 'idb-keyval'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deviceOutbox, keyAt, outboxStore, type Entry } from './class-outbox'
import { sendBeforeLeaving, sendWaiting } from './class-sender'

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => void vi.unstubAllGlobals())
/** What the browser's storage holds, of everybody. */
const stored = () => keys(outboxStore())

const NOW = Date.UTC(2026, 10, 25)
const DAY = 86_400_000
const entry = (pupilId: string, at: number, id: string = pupilId): Entry => ({ key: keyAt(at, 0, id), pupilId, assignmentId: 'a1', waiting: { kind: 'event', event: { id, change: { kind: 'finished' } } } })
const outboxWith = async (...all: Entry[]) => {
  for (const one of all) await deviceOutbox().add(one)
  // As the next page finds it.
  return deviceOutbox()
}
const idsOf = (entries: readonly Entry[]) => entries.map(({ waiting }) => waiting.kind === 'event' ? waiting.event.id : '')

describe('what waits on a device', () => {
  it('waits for thirty days, and then goes, whosever it is', async () => {
    const outbox = await outboxWith(entry('ana', NOW - 29 * DAY), entry('ben', NOW - 31 * DAY))
    await outbox.dropOld(NOW)
    expect(idsOf(await outbox.of('ana'))).toEqual(['ana'])
    expect(await outbox.of('ben')).toEqual([])
    expect(await stored()).toHaveLength(1)
  })

  it('is not lost by a clock that had lost the time: from then on it waits thirty days, in the same order', async () => {
    const outbox = await outboxWith(entry('ana', 5_000, 'first'), entry('ana', 6_000, 'second'))
    await outbox.dropOld(4_000)
    expect(idsOf(await outbox.of('ana'))).toEqual(['first', 'second'])
    await outbox.dropOld(NOW)
    await outbox.dropOld(NOW + 29 * DAY)
    expect(idsOf(await outbox.of('ana'))).toEqual(['first', 'second'])
    await outbox.dropOld(NOW + 31 * DAY)
    expect(await stored()).toEqual([])
  })

  it.each([404, 409, 400])('goes at once when the server will never take it (%d), and its pupil is told that it is not recorded', async (status) => {
    const outbox = await outboxWith(entry('ana', NOW))
    expect(await sendWaiting(outbox, 'ana', async () => status)).toBe(status === 409 ? 'closed' : 'refused')
    expect(await stored()).toEqual([])
  })

  it('is sent before its pupil leaves; where that does not work they are told, and nobody waits for long', async () => {
    const outbox = await outboxWith(entry('ana', NOW), entry('ben', NOW))
    expect(await sendBeforeLeaving(outbox, 'ana', async () => 0)).toBe(false)
    expect(await sendBeforeLeaving(outbox, 'ana', () => new Promise(() => {}), 10)).toBe(false)
    const posted: object[] = []
    expect(await sendBeforeLeaving(outbox, 'ana', async (_, body) => posted.push(body) && 200)).toBe(true)
    expect(posted).toMatchObject([{ pupilId: 'ana' }])
    // A classmate's stays for the classmate.
    expect(idsOf(await outbox.of('ben'))).toEqual(['ben'])
  })
})
