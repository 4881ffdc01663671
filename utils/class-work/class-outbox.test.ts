import { IDBFactory } from 'fake-indexeddb'
import { keys } from 'idb-keyval'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deviceOutbox, keyAt, outboxStore } from './class-outbox'
import { EVENTS_KIND } from '#shared/api/events'
import { sendBeforeLeaving, sendWaiting, type Answer } from './class-sender'
import type { Entry } from './waiting'

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()))
afterEach(() => void vi.unstubAllGlobals())
/** What the browser's storage holds, of everybody. */
const stored = () => keys(outboxStore())

const NOW = Date.UTC(2026, 10, 25)
const DAY = 86_400_000
const entry = (pupilId: string, at: number, id: string = pupilId): Entry => ({
  key: keyAt(at, 0, id),
  pupilId,
  assignmentId: 'a1',
  waiting: { kind: 'event', event: { id, change: { kind: 'finished' } } },
})
const outboxWith = async (...all: Entry[]) => {
  for (const one of all) await deviceOutbox().add(one)
  // As the next page finds it.
  return deviceOutbox()
}
const held = (...ids: string[]): Answer => ({ status: 200, body: { kind: EVENTS_KIND, held: ids, refused: [], state: '' } })
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

  it.each([404, 409])(
    'waits for two days where the lesson is closed or taken away (%d), is sent if it is there again, and then goes',
    async (status) => {
      vi.useFakeTimers({ now: NOW, toFake: ['Date'] })
      const outbox = await outboxWith(entry('ana', NOW))
      const closed: Answer = { status, body: { data: { kind: EVENTS_KIND, reason: 'closed' } } }
      expect(await sendWaiting(outbox, 'ana', async () => closed)).toBe('closed')
      vi.setSystemTime(NOW + DAY)
      expect(await sendWaiting(outbox, 'ana', async () => closed)).toBe('closed')
      vi.useRealTimers()
      const next = deviceOutbox()
      await next.dropOld(NOW + 1.9 * DAY)
      expect(idsOf(await next.of('ana'))).toEqual(['ana'])
      const posted: object[] = []
      await sendWaiting(next, 'ana', async (_, body) => (posted.push(body), closed))
      expect(posted).toHaveLength(1)
      await next.dropOld(NOW + 2.1 * DAY)
      expect(await stored()).toEqual([])
    },
  )

  it('goes where the server names it as one that it will never take; what it does not name stays', async () => {
    const outbox = await outboxWith(entry('ana', NOW, 'odd'), entry('ana', NOW + 1, 'good'), entry('ana', NOW + 2, 'unheard'))
    const body = { kind: EVENTS_KIND, held: ['good', 'never-sent'], refused: [{ id: 'odd', reason: 'impossible' }], state: '' }
    expect(await sendWaiting(outbox, 'ana', async () => ({ status: 200, body }))).toBe('later')
    expect(idsOf(await outbox.of('ana'))).toEqual(['unheard'])
  })

  it('stays whatever the status, where the server has not said why', async () => {
    const outbox = await outboxWith(entry('ana', NOW))
    for (const status of [0, 200, 204, 302, 400, 401, 403, 404, 409, 410, 413, 429, 500, 511]) {
      for (const body of [undefined, '', '<h1>Blocked</h1>', {}, { ok: true }, { data: { reason: 'closed' } }, { taken: ['ana'] }]) {
        expect(await sendWaiting(outbox, 'ana', async () => ({ status, body }))).toBe('later')
      }
    }
    expect(idsOf(await deviceOutbox().of('ana'))).toEqual(['ana'])
  })

  it('does not hold up another lesson\'s', async () => {
    const outbox = await outboxWith(entry('ana', NOW), { ...entry('ana', NOW + 1, 'other'), assignmentId: 'a2' })
    const post = async (path: string): Promise<Answer> => path.includes('/a1/') ? { status: 413, body: 'too large' } : held('other')
    expect(await sendWaiting(outbox, 'ana', post)).toBe('later')
    expect(idsOf(await outbox.of('ana'))).toEqual(['ana'])
  })

  it('is sent before its pupil leaves; where that does not work they are told, and nobody waits for long', async () => {
    const outbox = await outboxWith(entry('ana', NOW), entry('ben', NOW))
    expect(await sendBeforeLeaving(outbox, 'ana', async () => ({ status: 0, body: undefined }))).toBe(false)
    expect(await sendBeforeLeaving(outbox, 'ana', () => new Promise(() => {}), 10)).toBe(false)
    const posted: object[] = []
    expect(await sendBeforeLeaving(outbox, 'ana', async (_, body) => (posted.push(body), held('ana')))).toBe(true)
    expect(posted).toMatchObject([{ pupilId: 'ana' }])
    // A classmate's stays for the classmate.
    expect(idsOf(await outbox.of('ben'))).toEqual(['ben'])
  })
})
