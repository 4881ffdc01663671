/**
 * Keeps an attempt in the LMS that opened the lesson, in either version of SCORM.
 * It never throws, never waits for an LMS that is not there, never reads who the pupil is, and leaves nothing on the device.
 */
import type { Attempt } from '#shared/attempt'
import type { Outline } from '#shared/outline'
import type { Recorder, Resumed, Saving } from '#shared/recorder'
import type { ScormVersion } from '#shared/scorm/package-format'
import type { Decoded } from '#shared/suspend-data'
import { findApi, type FoundApi, type WindowInChain } from './find-api'
import { LmsRecord } from './lms-record'
import { ScormSession } from './scorm-session'

/** What the recorder needs of the browser's window. */
export interface PlayerWindow extends WindowInChain {
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener'>
  addEventListener(type: 'pagehide', listener: () => void): void
  setTimeout(handler: () => void, milliseconds: number): number
  clearTimeout(timer: number): void
}

export interface ScormRecorderOptions {
  readonly outline: Outline
  readonly windowLike: PlayerWindow
  /** The version that the package's manifest promises. */
  readonly version: ScormVersion
  /** The LMS turned up after the lesson had begun, with a saved attempt, and the pupil is still on the opening screen: go on from there. */
  readonly onLate?: (attempt: Attempt) => void
}

export interface ScormRecorder extends Recorder {
  /** The preferences found in the LMS, '' for none; see `decodePreferences`. */
  readonly preferences: string
  /** Keeps encoded preferences with the attempt, since a package has no storage of its own. */
  keepPreferences(text: string): void
}

/** Some LMSs add their API a moment after the frame. */
const SEARCH = { every: 200, times: 15 } as const
/** Pause before a failed save is tried again: doubles each time. Milliseconds. */
const PAUSE = { first: 2_000, longest: 60_000 } as const

export function scormRecorder(options: ScormRecorderOptions): ScormRecorder {
  return new LmsRecorder(options)
}

class LmsRecorder implements ScormRecorder {
  preferences = ''
  private readonly options: ScormRecorderOptions
  private readonly listeners: ((saving: Saving) => void)[] = []
  private saving: Saving = 'saved'
  private session: ScormSession | null = null
  private lms: LmsRecord | null = null
  private latest: Attempt | null = null
  private isFinishing = false
  private timer: number | null = null
  private pause: number = PAUSE.first

  constructor(options: ScormRecorderOptions) {
    this.options = options
  }

  async resume(): Promise<Resumed> {
    const { windowLike, version } = this.options
    const found = findApi(windowLike, version)
    if (found) return this.open(found)
    this.searchOn(SEARCH.times)
    return { kind: 'fresh' }
  }

  /** An LMS opens a lesson for one pupil at a time; there is no other tab to take over from. */
  async takeOver(): Promise<Attempt | null> {
    return null
  }

  record(attempt: Attempt): void {
    if (this.isFinishing) return
    this.latest = attempt
    this.save(false)
  }

  finish(attempt: Attempt): void {
    if (this.isFinishing) return
    this.latest = attempt
    this.isFinishing = true
    this.end()
  }

  /** What an LMS holds is the school's; a pupil cannot clear it. */
  clear(): void {}

  keepPreferences(text: string): void {
    if (!/^\d{0,12}$/.test(text) || text === this.preferences) return
    this.preferences = text
    if (!this.isFinishing) this.save(false)
  }

  onSaving(listener: (saving: Saving) => void): void {
    this.listeners.push(listener)
    listener(this.saving)
  }

  private open(found: FoundApi): Resumed {
    const session = new ScormSession(found)
    if (!session.open()) {
      this.tell('not-recorded')
      return { kind: 'fresh' }
    }
    const lms = new LmsRecord(this.options.outline, session, () => Date.now())
    this.session = session
    this.lms = lms
    const decoded = lms.read()
    if ('preferences' in decoded && this.preferences === '') this.preferences = decoded.preferences
    if (decoded.kind === 'attempt') this.latest = decoded.attempt
    this.watchPage()
    if (lms.isForReview) this.tell('review')
    else this.told(lms.begin())
    return resumed(decoded)
  }

  private searchOn(timesLeft: number): void {
    if (timesLeft === 0) {
      this.tell('not-recorded')
      return
    }
    const { windowLike, version } = this.options
    windowLike.setTimeout(() => {
      const found = findApi(windowLike, version)
      if (found) this.openLate(found)
      else this.searchOn(timesLeft - 1)
    }, SEARCH.every)
  }

  private openLate(found: FoundApi): void {
    const mine = this.latest
    const late = this.open(found)
    if (late.kind === 'resume' && this.options.onLate && !this.hasBegun(mine)) {
      this.options.onLate(late.attempt)
      return
    }
    if (!mine) return
    this.latest = mine
    if (this.isFinishing) this.end()
    else this.save(false)
  }

  private hasBegun(attempt: Attempt | null): boolean {
    const opening = this.options.outline.screens[0]?.id
    return attempt !== null && Object.keys(attempt.marks).some(id => id !== opening)
  }

  /** Mobile browsers end hidden pages without a word, so everything is saved when the page is hidden; the session ends only with the page. */
  private watchPage(): void {
    const { windowLike } = this.options
    windowLike.document.addEventListener('visibilitychange', () => {
      if (windowLike.document.visibilityState === 'hidden' && !this.isFinishing) this.save(true)
    })
    windowLike.addEventListener('pagehide', () => {
      this.lms?.close(this.latest, this.preferences, true)
      this.stopRetrying()
    })
  }

  private save(withTime: boolean): void {
    if (!this.lms || this.lms.isForReview || !this.session?.isOpen) return
    this.told(this.latest ? this.lms.save(this.latest, this.preferences, withTime) : this.lms.begin())
  }

  /** Ends the session once the final values are with the LMS; until then, or until the page goes away, it keeps trying. */
  private end(): void {
    if (!this.lms || !this.session?.isOpen) return
    const hasEnded = this.lms.close(this.latest, this.preferences, false)
    if (!this.lms.isForReview) this.told(hasEnded)
  }

  private told(isSaved: boolean): void {
    if (isSaved) {
      this.stopRetrying()
      this.pause = PAUSE.first
      this.tell('saved')
      return
    }
    this.tell('retrying')
    if (this.timer !== null) return
    this.timer = this.options.windowLike.setTimeout(() => {
      this.timer = null
      if (this.isFinishing) this.end()
      else this.save(false)
    }, this.pause)
    this.pause = Math.min(this.pause * 2, PAUSE.longest)
  }

  private stopRetrying(): void {
    if (this.timer !== null) this.options.windowLike.clearTimeout(this.timer)
    this.timer = null
  }

  private tell(saving: Saving): void {
    if (saving === this.saving) return
    this.saving = saving
    this.listeners.forEach(listener => listener(saving))
  }
}

function resumed(decoded: Decoded): Resumed {
  switch (decoded.kind) {
    case 'attempt': return { kind: 'resume', attempt: decoded.attempt }
    case 'empty': return { kind: 'fresh' }
    default: return { kind: 'fresh', reason: decoded.kind }
  }
}
