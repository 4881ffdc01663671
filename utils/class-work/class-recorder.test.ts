import { describe, expect, it } from 'vitest'
import { fold, newAttempt } from '#shared/attempt/attempt'
import { readEvent } from '#shared/attempt/attempt-changes'
import { encodeAttempt } from '#shared/attempt/suspend-data'
import { outlineOf } from '#activities/scoring'
import { fixtureLesson } from '../../tests/support/lessons/fixture-lesson'
import { CHECK_KIND, EVENTS_KIND } from '#shared/api/events'
import type { Outbox } from './class-outbox'
import { classRecorder } from './class-recorder'
import type { Answer } from './class-sender'
import { ownAnswers } from './own-answers'
import type { Entry } from './waiting'

const lesson = fixtureLesson()
const outline = outlineOf(lesson)
const fresh = newAttempt(outline)
const second = fold(outline, fresh, { type: 'arrived', screenId: 'first-clue' })
const third = fold(outline, second, { type: 'arrived', screenId: 'chat-kicka' })

function outboxOf(entries: Entry[] = []): Outbox & { entries: Entry[] } {
  return {
    entries,
    add: async entry => void entries.push(entry),
    of: async pupilId => entries.filter(entry => entry.pupilId === pupilId),
    async remove(keys) {
      for (const key of keys) entries.splice(entries.findIndex(entry => entry.key === key), 1)
    },
    async noteClosed(keys) {
      entries.forEach((entry, index) => keys.includes(entry.key) && (entries[index] = { closedAt: 1_000, ...entry }))
    },
    dropOld: async () => {},
  }
}

/** What our server says to a request with this status, as it is kept since it names what it holds. */
function answerTo(status: number, path: string, { events = [] }: { events?: { id?: string }[] }): Answer {
  if (path.endsWith('/check')) return { status, body: { kind: CHECK_KIND, held: true } }
  if (status === 200) return { status, body: { kind: EVENTS_KIND, held: events.map(({ id }) => id), refused: [], state: 'x' } }
  const reason = { 401: 'signed-out', 404: 'gone', 409: 'closed' }[status]
  return { status, body: reason === undefined ? '<h1>Blocked</h1>' : { statusCode: status, data: { kind: EVENTS_KIND, reason } } }
}

/** A device whose server answers with these statuses in turn, and then with 200. */
function deviceWith(statuses: number[], outbox = outboxOf()) {
  const posted: { path: string, body: { pupilId?: string, events?: { id?: string }[] } }[] = []
  const waits: (() => void)[] = []
  let ids = 0
  return {
    posted, waits, outbox,
    device: {
      outbox,
      post: async (path: string, body: object) => {
        posted.push({ path, body })
        return answerTo(statuses.shift() ?? 200, path, body)
      },
      ask: async () => null,
      own: ownAnswers(undefined),
      now: () => 1_000 + ids,
      newId: () => `id-${ids++}-${crypto.randomUUID()}`,
      later: (then: () => void) => void waits.push(then),
    },
  }
}
const settled = () => new Promise(resolve => setTimeout(resolve, 20))
const start = (device: Parameters<typeof classRecorder>[1], state: string | null = null, pupilId = 'ana') =>
  classRecorder({ pupilId, assignmentId: 'a1', lesson, outline, state }, device)

describe('the recorder of a class', () => {
  it('tells what has changed, and forgets it once the server has it', async () => {
    const { device, posted, outbox } = deviceWith([])
    const recorder = start(device)
    expect(await recorder.resume()).toEqual({ kind: 'fresh' })
    recorder.record(second)
    await settled()
    expect(posted.map(({ path }) => path)).toEqual(['/api/my/assignments/a1/events'])
    expect(posted[0]?.body.events?.map(readEvent)).toMatchObject([
      { change: { kind: 'marked', screen: 'first-clue' } },
      { change: { kind: 'arrived', screen: 'first-clue' } },
    ])
    expect(outbox.entries).toEqual([])
  })

  it('keeps what the server did not take, says so calmly, and sends it again with the same ids', async () => {
    const { device, posted, waits, outbox } = deviceWith([0, 503])
    const recorder = start(device)
    const said: string[] = []
    recorder.onSaving(saving => said.push(saving))
    await recorder.resume()
    recorder.record(second)
    await settled()
    recorder.record(third)
    await settled()
    expect(said).toEqual(['saved', 'retrying'])
    expect(outbox.entries.length).toBeGreaterThan(2)
    waits.forEach(wait => wait())
    await settled()
    expect(said).toEqual(['saved', 'retrying', 'saved'])
    expect(outbox.entries).toEqual([])
    const ids = posted.map(({ body }) => body.events?.map(event => readEvent(event)?.id))
    expect(ids[2]).toEqual(expect.arrayContaining(ids[0] ?? []))
  })

  it('goes on from what the server and this device know together', async () => {
    const offline = outboxOf()
    const first = deviceWith([0, 0, 0, 0], offline)
    const recorder = start(first.device)
    await recorder.resume()
    recorder.record(second)
    recorder.record(third)
    await settled()
    const { device } = deviceWith([], offline)
    expect(await start(device, encodeAttempt(fresh)).resume()).toMatchObject({ kind: 'resume', attempt: { screenId: 'chat-kicka' } })
  })

  it('begins a new version of the lesson at its beginning, and goes on with nothing that was chosen in the one before', async () => {
    const kept = new Map<string, string>()
    const own = ownAnswers({ getItem: key => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }, () => 1_000)
    const offline = outboxOf()
    const before = start({ ...deviceWith([0, 0], offline).device, own })
    await before.resume()
    before.record({ ...second, answers: { quiz: 'a.1.0~one*tell' } })
    await settled()
    const newer = { ...outline, lessonVersion: outline.lessonVersion + 1 }
    const { device, posted } = deviceWith([], offline)
    const open = (state: string | null) =>
      classRecorder({ pupilId: 'ana', assignmentId: 'a1', lesson, outline: newer, state }, { ...device, own })
    expect(await open(encodeAttempt({ ...fresh, finished: true })).resume()).toEqual({ kind: 'fresh', reason: 'updated-finished' })
    await settled()
    // What waited still goes to the server, as what it was.
    expect(posted[0]?.body.events?.map(event => readEvent(event)?.version)).toContain(outline.lessonVersion)
    expect(await open(encodeAttempt(fresh)).resume()).toEqual({ kind: 'fresh', reason: 'updated' })
    expect(await open(encodeAttempt({ ...second, lessonVersion: newer.lessonVersion })).resume())
      .toMatchObject({ kind: 'resume', attempt: { answers: {} } })
  })

  it('says so too where the server has nothing yet, and all that was done waits here', async () => {
    const offline = outboxOf()
    const before = start(deviceWith([0, 0], offline).device)
    await before.resume()
    before.record({ ...second, finished: true })
    await settled()
    const newer = { ...outline, lessonVersion: outline.lessonVersion + 1 }
    const after = classRecorder({ pupilId: 'ana', assignmentId: 'a1', lesson, outline: newer, state: null }, deviceWith([], offline).device)
    expect(await after.resume()).toEqual({ kind: 'fresh', reason: 'updated-finished' })
  })

  it('never sends what another pupil left on this device', async () => {
    const shared = outboxOf()
    const ana = deviceWith([0, 0, 0], shared)
    const recorder = start(ana.device)
    await recorder.resume()
    recorder.record(second)
    await settled()
    const ben = deviceWith([], shared)
    const other = start(ben.device, null, 'ben')
    expect(await other.resume()).toEqual({ kind: 'fresh' })
    other.record(second)
    await settled()
    expect(ben.posted.every(({ body }) => body.pupilId === 'ben')).toBe(true)
    expect(shared.entries.every(({ pupilId }) => pupilId === 'ana')).toBe(true)
    expect(shared.entries.length).toBeGreaterThan(0)
  })

  it('keeps what a closed lesson did not take, for it may open again, and says so', async () => {
    const { device, outbox } = deviceWith([409])
    const recorder = start(device)
    const said: string[] = []
    recorder.onSaving(saving => said.push(saving))
    recorder.record(second)
    await settled()
    expect(said).toEqual(['saved', 'closed'])
    expect(outbox.entries.length).toBeGreaterThan(0)
    expect(outbox.entries.every(({ closedAt }) => closedAt !== undefined)).toBe(true)
    recorder.record(third)
    await settled()
    expect(said).toEqual(['saved', 'closed', 'saved'])
    expect(outbox.entries).toEqual([])
  })

  it('says that the pupil has to come in again, and sends what waits once they have', async () => {
    const { device, waits, outbox } = deviceWith([401])
    const recorder = start(device)
    const said: string[] = []
    recorder.onSaving(saving => said.push(saving))
    recorder.record(second)
    await settled()
    expect(said).toEqual(['saved', 'signed-out'])
    expect(outbox.entries.length).toBeGreaterThan(0)
    waits.forEach(wait => wait())
    await settled()
    expect(said).toEqual(['saved', 'signed-out', 'saved'])
    expect(outbox.entries).toEqual([])
  })
})
