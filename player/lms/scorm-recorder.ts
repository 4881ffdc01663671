/**
 * Keeps an attempt in the LMS that opened the lesson, in either version of SCORM.
 * It never throws, never waits for an LMS that is not there, never reads who the pupil is, and leaves nothing on the device
 * but what could not be saved, in the tab, while it could not (see tab-copy.ts).
 */
import type { Attempt } from '#shared/attempt/attempt'
import type { Outline } from '#shared/lesson/outline'
import { freshAfter, type Recorder, type Resumed, type Saving } from '#shared/attempt/recorder'
import { nextPause, savingPauses } from '#shared/attempt/retry'
import { encodeAttempt } from '#shared/attempt/suspend-data'
import type { WindowInChain } from './find-api'
import type { FindSession } from './find-session'
import { LmsRecord, type ReadInteractions } from './lms-record'
import { otherWindows, type OtherWindows } from './other-windows'
import { packageServer, type PackageServer, type ServerAnswer } from './package-server'
import { isStepWithin } from './step-within'
import { tabCopy, type TabCopy } from './tab-copy'
import type { Inspection, ScormSession } from './scorm-session'

/** What the recorder needs of the browser's window. */
export interface PlayerWindow extends WindowInChain {
  readonly document: Pick<Document, 'visibilityState' | 'addEventListener'>
  readonly BroadcastChannel?: typeof BroadcastChannel
  readonly location?: Pick<Location, 'pathname'>
  readonly fetch?: typeof fetch
  readonly sessionStorage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  addEventListener(type: 'pagehide' | 'online' | 'offline', listener: () => void): void
  setTimeout(handler: () => void, milliseconds: number): number
  clearTimeout(timer: number): void
}

export interface ScormRecorderOptions {
  readonly outline: Outline
  readonly windowLike: PlayerWindow
  /** Gives the session with the LMS, or null as long as none is found. It may be open already (late-recorder.ts). */
  readonly findSession: FindSession
  /**
   * The LMS (or another window) turned up after the lesson had begun: with a saved attempt, and the pupil is still on the opening
   * screen, so go on from there; or with one that cannot be gone on from.
   */
  readonly onLate?: (found: Extract<Resumed, { kind: 'resume' | 'fresh' }>) => void
  /** Only where the school asked for single quiz answers. */
  readonly readInteractions?: ReadInteractions
  /** What SCORM 2004 is asked for when the pupil has finished, for example "exitAll"; null for nothing. */
  readonly navigation?: string | null
  /** From the lesson's page to the package's root: '' or '../'. */
  readonly root?: string
}

export interface ScormRecorder extends Recorder {
  /** The preferences found in the LMS, '' for none; see `decodePreferences`. */
  readonly preferences: string
  /** Keeps encoded preferences with the attempt, since a package has no storage of its own. */
  keepPreferences(text: string): void
  /** The latest calls to the LMS and a way to read a value, for the admins' view; null where no LMS was found. */
  inspect(): Inspection | null
}

/** Some LMSs add their API a moment after the frame. */
const SEARCH = { every: 200, times: 15 } as const
/** When the server is asked for the first time: after everything that the first screen needs. Milliseconds. */
const FIRST_QUESTION_AFTER = 3_000
/** So many refusals in a row of an LMS that can be reached, and waiting longer is no use. */
const REFUSALS = 3

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
  private others: OtherWindows | null = null
  private latest: Attempt | null = null
  private resumed: Promise<Resumed> | null = null
  private isFinishing = false
  private timer: number | null = null
  private pause = savingPauses.first
  private readonly server: PackageServer | null
  private readonly copy: TabCopy
  /** What the LMS is known to hold: the counter of that save. */
  private certain = 0
  /** What was said to the LMS last, so that what happens within a screen rides on the next commit. */
  private told: Attempt | null = null
  private refusals = 0
  private navigation: string | null
  /** Counts what has been said to the LMS; only an answer about the latest word settles anything. */
  private words = 0

  constructor(options: ScormRecorderOptions) {
    const { windowLike, root = '', navigation = null } = options
    this.options = options
    this.navigation = navigation
    this.server = windowLike.fetch ? packageServer(root, windowLike.fetch.bind(windowLike)) : null
    this.copy = tabCopy(windowLike, () => Date.now())
  }

  get passMark(): number | null | undefined {
    return this.lms?.passMark
  }

  /** The LMS is asked once: by the page as soon as it can, and by the player once it is there. */
  resume(): Promise<Resumed> {
    this.resumed ??= this.start()
    return this.resumed
  }

  private async start(): Promise<Resumed> {
    const session = this.options.findSession()
    if (session) return this.open(session)
    this.searchOn(SEARCH.times)
    return { kind: 'fresh' }
  }

  /** Brings the attempt back from another window of this pupil's. */
  async takeOver(): Promise<Attempt | null> {
    const newest = await this.others?.ask() ?? this.latest
    this.latest = newest
    this.lms?.forget()
    this.announce('saved')
    this.save(false)
    return newest
  }

  /** A new screen, an answer of the quiz or a result is saved at once; steps within a screen ride on the next save, or go with the page. */
  record(attempt: Attempt): void {
    if (this.isFinishing) return
    this.latest = attempt
    if (this.told && isStepWithin(this.options.outline, this.told, attempt)) {
      if (this.timer !== null) this.keepCopy()
      return
    }
    this.save(false)
  }

  finish(attempt: Attempt): void {
    if (this.isFinishing) return
    this.latest = attempt
    this.isFinishing = true
    void this.end()
  }

  /** The attempt is to be found again, so a course is put aside and not ended. */
  stop(attempt: Attempt): void {
    if (this.navigation) this.navigation = 'suspendAll'
    this.finish(attempt)
  }

  /** What an LMS holds is the school's; a pupil cannot clear it. */
  clear(): void {}

  saveAgain(): void {
    this.stopRetrying()
    if (this.isFinishing) void this.end()
    else this.save(false)
  }

  keepPreferences(text: string): void {
    if (!/^\d{0,12}$/.test(text) || text === this.preferences) return
    this.preferences = text
    if (!this.isFinishing) this.save(false)
  }

  onSaving(listener: (saving: Saving) => void): void {
    this.listeners.push(listener)
    listener(this.saving)
  }

  inspect() {
    return this.session?.inspect() ?? null
  }

  private open(session: ScormSession): Extract<Resumed, { kind: 'resume' | 'fresh' }> {
    this.session = session
    if (!session.open()) {
      this.announce(session.isUsedUp ? 'reopen' : 'not-recorded')
      return { kind: 'fresh' }
    }
    const { outline, readInteractions } = this.options
    const lms = new LmsRecord(outline, session, () => Date.now(), readInteractions)
    this.lms = lms
    const given = lms.read()
    if (given.kind === 'attempt') this.certain = given.saves
    const copied = given.kind === 'attempt' && !lms.isForReview ? this.copy.goingOnFrom(given, outline) : null
    const decoded = copied ?? given
    if ('preferences' in decoded && this.preferences === '') this.preferences = decoded.preferences
    if (decoded.kind === 'attempt') this.latest = decoded.attempt
    this.watchPage()
    if (lms.isForReview) this.announce('review')
    else {
      if (copied) {
        lms.countFrom(copied.saves)
        this.save(false)
      }
      else if (!lms.begin()) this.trouble('retrying')
      this.watchOtherWindows()
      this.watchNetwork()
    }
    return decoded.kind === 'attempt' ? { kind: 'resume', attempt: decoded.attempt } : freshAfter(decoded, lms.hasFinished)
  }

  /** A line that goes is noticed at once, and one that comes back is used at once. */
  private watchNetwork(): void {
    const { server, options: { windowLike } } = this
    if (!server) return
    windowLike.setTimeout(() => void server.ask(), FIRST_QUESTION_AFTER)
    windowLike.addEventListener('offline', () => void this.makeSure())
    windowLike.addEventListener('online', () => this.timer !== null && this.saveAgain())
  }

  private searchOn(timesLeft: number): void {
    if (timesLeft === 0) {
      this.announce('not-recorded')
      return
    }
    const { windowLike, findSession } = this.options
    windowLike.setTimeout(() => {
      const found = findSession()
      if (found) this.openLate(found)
      else this.searchOn(timesLeft - 1)
    }, SEARCH.every)
  }

  private openLate(session: ScormSession): void {
    const mine = this.latest
    const late = this.open(session)
    if (late.kind === 'resume' && this.options.onLate && !this.hasBegun(mine)) {
      this.options.onLate(late)
      return
    }
    if (late.kind === 'fresh' && late.reason) this.options.onLate?.(late)
    if (!mine) return
    this.latest = mine
    if (this.isFinishing) void this.end()
    else this.save(false)
  }

  private hasBegun(attempt: Attempt | null): boolean {
    const opening = this.options.outline.screens[0]?.id
    return attempt !== null && Object.keys(attempt.marks).some(id => id !== opening)
  }

  /** Opened twice, the newer window goes on where the older one is, and the older one stops writing over it. */
  private watchOtherWindows(): void {
    const { outline, windowLike, onLate } = this.options
    const loaded = this.latest
    this.others = otherWindows(outline, windowLike, {
      handOver: () => {
        if (this.isFinishing || !this.session?.isOpen || this.saving === 'taken-over') return null
        this.stopRetrying()
        this.announce('taken-over')
        return this.latest
      },
    })
    void this.others?.ask().then((attempt) => {
      // Only where nothing has happened here meanwhile.
      if (!attempt || (this.latest !== loaded && this.hasBegun(this.latest))) return
      this.latest = attempt
      onLate?.({ kind: 'resume', attempt })
      this.save(false)
    })
  }

  /**
   * Mobile browsers end hidden pages without a word, so everything is saved when the page is hidden; the session ends only with
   * the page.
   */
  private watchPage(): void {
    const { windowLike } = this.options
    windowLike.document.addEventListener('visibilitychange', () => {
      if (windowLike.document.visibilityState === 'hidden' && !this.isFinishing) this.save(true)
    })
    windowLike.addEventListener('pagehide', () => {
      this.lms?.close(this.saving === 'taken-over' ? null : this.latest, this.preferences, true)
      this.others?.close()
      this.stopRetrying()
    })
  }

  private save(withTime: boolean): void {
    if (!this.lms || this.lms.isForReview || !this.session?.isOpen || this.saving === 'taken-over') return
    this.told = this.latest
    const isTaken = this.latest ? this.lms.save(this.latest, this.preferences, withTime) : this.lms.begin()
    if (!isTaken) this.trouble(this.saving === 'lms-signed-out' ? 'lms-signed-out' : 'retrying')
    void this.makeSure(isTaken)
  }

  /**
   * Ends the session once the final values are certain to be with the LMS; until then, or until the page goes away, it keeps trying.
   * An ended session takes nothing more, so a server that has answered before is asked first.
   */
  private async end(): Promise<void> {
    const { lms, session, server, latest } = this
    if (!lms || !session?.isOpen) return
    if (server?.isKnown && latest && !lms.isForReview) {
      if (this.saving === 'saved') this.announce('checking')
      lms.save(latest, this.preferences, true)
      const answer = await server.ask()
      if (!session.isOpen) return
      if (answer !== 'there') return this.notCertain(answer)
    }
    const hasEnded = lms.close(latest, this.preferences, false, this.navigation)
    if (lms.isForReview) return
    if (hasEnded) this.safe()
    else this.trouble(server?.isKnown && ++this.refusals >= REFUSALS ? 'lms-signed-out' : 'retrying')
  }

  /** Asks the server whether it is there, because an LMS's word alone does not say so. @param isTaken what the LMS said of the last save */
  private async makeSure(isTaken = true): Promise<void> {
    const { server } = this
    if (!server?.isKnown) {
      if (isTaken) this.safe()
      return
    }
    const word = ++this.words
    const answer = await server.ask()
    // The page's last word is spoken, or the end asks for itself.
    if (!this.session?.isOpen || this.isFinishing || this.saving === 'taken-over') return
    if (answer !== 'there') this.notCertain(answer)
    else if (word !== this.words) return
    else if (isTaken) this.safe()
    else if (this.refusals >= REFUSALS) this.trouble('lms-signed-out')
  }

  private notCertain(answer: ServerAnswer): void {
    this.lms?.doubt()
    this.trouble(answer === 'elsewhere' ? 'lms-signed-out' : 'retrying')
  }

  private safe(): void {
    this.stopRetrying()
    this.pause = savingPauses.first
    this.refusals = 0
    this.certain = this.lms?.lastSave ?? 0
    this.copy.clear()
    this.announce('saved')
  }

  /** Keeps what could not be saved, and tries again after a pause. */
  private trouble(saving: 'retrying' | 'lms-signed-out'): void {
    // "Signed out" says that it waits in this tab, so it has to.
    const isKept = this.keepCopy()
    this.announce(isKept ? saving : 'retrying')
    if (this.timer !== null) return
    this.timer = this.options.windowLike.setTimeout(() => {
      this.timer = null
      this.refusals += 1
      if (this.isFinishing) void this.end()
      else this.save(false)
    }, this.pause)
    this.pause = nextPause(this.pause, savingPauses)
  }

  private keepCopy(): boolean {
    const { lms, latest } = this
    if (!lms || !latest) return false
    return this.copy.keep(encodeAttempt(latest, { preferences: this.preferences, saves: lms.lastSave }), this.certain)
  }

  private stopRetrying(): void {
    if (this.timer !== null) this.options.windowLike.clearTimeout(this.timer)
    this.timer = null
  }

  private announce(saving: Saving): void {
    if (saving === this.saving) return
    this.saving = saving
    this.listeners.forEach(listener => listener(saving))
  }
}
