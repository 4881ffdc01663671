/** A guest's attempt on this device: nothing leaves it, one child never sees another's, and it goes at the finish or after 24 hours. */
import type { Attempt } from '#shared/attempt/attempt'
import { decodeGuestSave, encodeGuestSave, isExpired, RELOAD_KEEPS, type GuestSave } from '#shared/attempt/guest-save'
import type { Outline } from '#shared/lesson/outline'
import { freshAfter, type Recorder, type Resumed, type Saving } from '#shared/attempt/recorder'
import { decodeAttempt, encodeAttempt } from '#shared/attempt/suspend-data'

const PREFIX = 'whos-there:guest:'

/** How long another tab has to say that it has the lesson open, in milliseconds; an old Chromebook with many tabs is slow to answer. */
const ANSWER_WITHIN = 400

/** The parts of the browser that this recorder uses; tests bring their own. */
export interface GuestDevice {
  /** Throws where storage is forbidden. */
  readonly storage: () => Storage
  /** How tabs of this device talk to each other; null where the browser cannot. */
  readonly channel: (name: string) => BroadcastChannel | null
  /** The page was reloaded in this very tab (not opened, not reached by a link). */
  readonly isReload: boolean
  /** Random name of this tab. */
  readonly tab: string
  readonly now: () => number
}

/** Forgets every guest attempt on this device, or only those whose time has passed. Does nothing where storage is forbidden. */
export function clearGuestAttempts(device: Pick<GuestDevice, 'storage' | 'now'>, which: 'all' | 'expired' = 'all') {
  try {
    const storage = device.storage()
    const keys = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter(key => key.startsWith(PREFIX))
    for (const key of keys) {
      if (which === 'all' || isExpired(storage.getItem(key) ?? '', device.now())) storage.removeItem(key)
    }
  }
  catch {
    // Storage is forbidden: there is nothing to forget.
  }
}

/** @returns the recorder of a guest's attempt at one lesson */
export function guestRecorder(outline: Outline, device: GuestDevice): Recorder & { close: () => void } {
  const key = PREFIX + outline.lessonId
  const channel = device.channel(key)
  let saving: Saving = 'saved'
  let isMine = false
  /** The other tabs know that this one records now. */
  let hasClaimed = false
  let listener: (saving: Saving) => void = () => {}
  const announce = (now: Saving) => {
    if (now !== saving) listener(saving = now)
  }

  function load(): { save: GuestSave | null, isUnreadable: boolean } {
    try {
      const text = device.storage().getItem(key)
      const save = decodeGuestSave(text, device.now())
      return { save, isUnreadable: text !== null && save === null && !isExpired(text, device.now()) }
    }
    catch {
      announce('not-recorded')
      return { save: null, isUnreadable: false }
    }
  }

  function write(attempt: Attempt) {
    try {
      device.storage().setItem(key, encodeGuestSave({ savedAt: device.now(), tab: device.tab, attempt: encodeAttempt(attempt) }))
      announce('saved')
    }
    catch {
      // Full or forbidden: the lesson goes on in memory, and the notice says so.
      announce('not-recorded')
    }
  }

  function remove() {
    try {
      device.storage().removeItem(key)
    }
    catch {
      announce('not-recorded')
    }
  }

  /** Asks the other tabs whether one of them has this lesson open right now. */
  function isOpenElsewhere(): Promise<boolean> {
    if (!channel) return Promise.resolve(false)
    return new Promise((resolve) => {
      const answered = (event: MessageEvent) => event.data === 'here' && resolve(true)
      channel.addEventListener('message', answered)
      channel.postMessage('anyone?')
      setTimeout(() => {
        channel.removeEventListener('message', answered)
        resolve(false)
      }, ANSWER_WITHIN)
    })
  }

  /** A tab that had opened the lesson before anything was saved must not write over this one. */
  function claim() {
    if (!hasClaimed) channel?.postMessage('mine')
    hasClaimed = true
  }

  channel?.addEventListener('message', (event: MessageEvent) => {
    if (!isMine) return
    if (event.data === 'anyone?') channel.postMessage('here')
    if (event.data === 'mine') {
      isMine = false
      hasClaimed = false
      announce('taken-over')
    }
  })

  async function resume(): Promise<Resumed> {
    const { save, isUnreadable } = load()
    const decoded = decodeAttempt(outline, save?.attempt)
    if (decoded.kind === 'attempt' && save) {
      if (await isOpenElsewhere()) return { kind: 'elsewhere', attempt: decoded.attempt }
      isMine = true
      const isSoon = device.now() - save.savedAt < RELOAD_KEEPS
      return { kind: device.isReload && isSoon ? 'resume' : 'ask', attempt: decoded.attempt }
    }
    isMine = true
    if (decoded.kind === 'updated' || decoded.kind === 'unreadable') return freshAfter(decoded)
    return isUnreadable ? { kind: 'fresh', reason: 'unreadable' } : { kind: 'fresh' }
  }

  return {
    resume,
    async takeOver() {
      isMine = true
      claim()
      announce('saved')
      const decoded = decodeAttempt(outline, load().save?.attempt)
      return decoded.kind === 'attempt' ? decoded.attempt : null
    },
    record(attempt) {
      if (!isMine) return
      claim()
      write(attempt)
    },
    // A device has stored a thing or it has not: there is nothing on its way that could be tried again.
    saveAgain() {},
    finish: remove,
    clear: remove,
    onSaving(to) {
      listener = to
      to(saving)
    },
    close: () => channel?.close(),
  }
}
