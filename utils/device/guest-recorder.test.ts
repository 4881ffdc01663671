import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { fold, newAttempt } from '#shared/attempt/attempt'
import { GUEST_KEEPS, RELOAD_KEEPS } from '#shared/attempt/guest-save'
import type { Outline } from '#shared/lesson/outline'
import type { Saving } from '#shared/attempt/recorder'
import { clearGuestAttempts, guestRecorder, type GuestDevice } from './guest-recorder'

const outline: Outline = {
  lessonId: 'lying-online-9-11',
  lessonVersion: 1,
  passMark: 70,
  screens: ['opening', 'chat', 'ending'].map(id => ({ id, records: 'completion', graded: false, doneOnArrival: true })),
}
const inChat = fold(outline, newAttempt(outline), { type: 'arrived', screenId: 'chat' })
const key = 'whos-there:guest:lying-online-9-11'

class MemoryStorage implements Storage {
  private entries = new Map<string, string>()
  isFull = false
  get length() {
    return this.entries.size
  }

  key = (index: number) => [...this.entries.keys()][index] ?? null
  getItem = (name: string) => this.entries.get(name) ?? null
  removeItem = (name: string) => void this.entries.delete(name)
  clear = () => this.entries.clear()
  setItem = (name: string, value: string) => {
    if (this.isFull) throw new DOMException('full', 'QuotaExceededError')
    this.entries.set(name, value)
  }
}

let storage: MemoryStorage
let now: number
const device = (changes: Partial<GuestDevice> = {}): GuestDevice => ({
  storage: () => storage,
  channel: name => new BroadcastChannel(name),
  isReload: false,
  tab: '1',
  now: () => now,
  ...changes,
})

let opened: ReturnType<typeof guestRecorder>[] = []
function open(changes: Partial<GuestDevice> = {}) {
  const recorder = guestRecorder(outline, device(changes))
  opened.push(recorder)
  return recorder
}

/** A pupil who got to the chat screen and whose tab is gone. */
async function leaveInChat() {
  const recorder = open()
  await recorder.resume()
  recorder.record(inChat)
  recorder.close()
}

beforeEach(() => {
  storage = new MemoryStorage()
  now = 1_790_000_000_000
})
afterEach(() => {
  opened.forEach(recorder => recorder.close())
  opened = []
})

describe('a guest\'s attempt', () => {
  it('starts fresh on a device that holds nothing', async () => {
    expect(await open().resume()).toEqual({ kind: 'fresh' })
  })

  it('goes straight on after a reload', async () => {
    await leaveInChat()
    expect(await open({ isReload: true }).resume()).toEqual({ kind: 'resume', attempt: inChat })
  })

  it('asks first on a new visit, because it may be another child', async () => {
    await leaveInChat()
    expect((await open().resume()).kind).toBe('ask')
  })

  it('asks after a reload too when the device has lain idle', async () => {
    await leaveInChat()
    now += RELOAD_KEEPS
    expect((await open({ isReload: true }).resume()).kind).toBe('ask')
  })

  it('is gone after 24 hours, also from the storage', async () => {
    await leaveInChat()
    now += GUEST_KEEPS
    expect(await open().resume()).toEqual({ kind: 'fresh' })
    clearGuestAttempts(device(), 'expired')
    expect(storage.length).toBe(0)
  })

  it('is gone at the finish', async () => {
    const recorder = open()
    await recorder.resume()
    recorder.record(inChat)
    recorder.finish(inChat)
    expect(storage.length).toBe(0)
  })

  it('leaves a corrupt save to the recorder, which tells the pupil about it', () => {
    storage.setItem(key, 'nonsense')
    clearGuestAttempts(device(), 'expired')
    expect(storage.length).toBe(1)
  })

  it('can be cleared without touching anything else on the device', async () => {
    storage.setItem('somebody-else', 'x')
    await leaveInChat()
    clearGuestAttempts(device())
    expect(storage.key(0)).toBe('somebody-else')
    expect(storage.length).toBe(1)
  })

  it('starts fresh and says so when the save is corrupt', async () => {
    storage.setItem(key, 'nonsense')
    expect(await open().resume()).toEqual({ kind: 'fresh', reason: 'unreadable' })
    await leaveInChat()
    storage.setItem(key, `${storage.getItem(key)}x`)
    expect(await open().resume()).toEqual({ kind: 'fresh', reason: 'unreadable' })
  })

  it('says that nothing is kept when the storage is full, and again when there is room', async () => {
    const said: Saving[] = []
    const recorder = open()
    recorder.onSaving(saving => said.push(saving))
    await recorder.resume()
    storage.isFull = true
    recorder.record(inChat)
    storage.isFull = false
    recorder.record(inChat)
    expect(said).toEqual(['saved', 'not-recorded', 'saved'])
  })

  it('works without any storage', async () => {
    const said: Saving[] = []
    const recorder = open({
      storage: () => {
        throw new DOMException('forbidden', 'SecurityError')
      },
    })
    recorder.onSaving(saving => said.push(saving))
    expect(await recorder.resume()).toEqual({ kind: 'fresh' })
    recorder.record(inChat)
    recorder.clear()
    expect(said).toEqual(['saved', 'not-recorded'])
  })
})

describe('two tabs on one lesson', () => {
  it('are told apart from a new visit, and the lesson can be brought over', async () => {
    const first = open({ tab: '1' })
    const said: Saving[] = []
    first.onSaving(saving => said.push(saving))
    await first.resume()
    first.record(inChat)
    const second = open({ tab: '2' })
    expect((await second.resume()).kind).toBe('elsewhere')
    expect(await second.takeOver()).toEqual(inChat)
    await expect.poll(() => said.at(-1)).toBe('taken-over')
    const ending = fold(outline, inChat, { type: 'arrived', screenId: 'ending' })
    second.record(ending)
    first.record(inChat)
    expect(await first.takeOver()).toEqual(ending)
  })

  it('do not write over each other when both were opened before anything was saved', async () => {
    const first = open()
    const said: Saving[] = []
    first.onSaving(saving => said.push(saving))
    await first.resume()
    const second = open()
    await second.resume()
    second.record(inChat)
    await expect.poll(() => said.at(-1)).toBe('taken-over')
    first.record(newAttempt(outline))
    expect(await first.takeOver()).toEqual(inChat)
  })
})
