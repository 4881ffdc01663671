/** A lesson's record in an LMS: read once, then kept up to date with as few calls as possible. */
import type { Attempt } from '#shared/attempt'
import type { Outline } from '#shared/outline'
import { cmi12 } from '#shared/scorm/cmi-12'
import { cmi2004 } from '#shared/scorm/cmi-2004'
import { nothingHeld, type CmiModel, type CmiPair, type Held } from '#shared/scorm/cmi-model'
import { decodeAttempt, encodeAttempt, type Decoded } from '#shared/suspend-data'
import type { ScormSession } from './scorm-session'

export class LmsRecord {
  private readonly outline: Outline
  private readonly session: ScormSession
  private readonly model: CmiModel
  private readonly now: () => number
  private readonly startedAt: number
  /** Values that the LMS gave or has taken, so that only changed ones are sent. */
  private readonly sent = new Map<string, string>()
  private held: Held = nothingHeld
  private saves = 0
  /** The LMS opened the lesson to look at, not to work on. */
  isForReview = false

  constructor(outline: Outline, session: ScormSession, now: () => number) {
    this.outline = outline
    this.session = session
    this.model = session.version === '2004' ? cmi2004 : cmi12
    this.now = now
    this.startedAt = now()
  }

  /** Reads what is saved, and marks the lesson as begun where the LMS does not know it yet. */
  read(): Decoded {
    const get = (element: string) => {
      const value = this.session.get(element)
      this.sent.set(element, value)
      return value
    }
    const mode = get(this.model.elements.mode).trim().toLowerCase()
    this.isForReview = mode === 'review' || mode === 'browse'
    this.held = this.model.held(get)
    const decoded = decodeAttempt(this.outline, get(this.model.elements.suspendData))
    if (decoded.kind === 'attempt') this.saves = decoded.saves
    return decoded
  }

  /** Tells an LMS that does not know the lesson yet that it has begun. */
  begin(): boolean {
    if (this.held.started) return true
    const isSaved = this.set(this.model.opening) && this.session.commit()
    if (!isSaved) this.sent.clear()
    return isSaved
  }

  /**
   * Saves an attempt: changed values, then one commit.
   * @param withTime whether the session time is sent as well
   * @returns whether the LMS has taken it; if not, everything is sent again next time
   */
  save(attempt: Attempt, preferences: string, withTime: boolean): boolean {
    const isSaved = this.write(attempt, preferences, withTime) && this.session.commit()
    if (!isSaved) this.sent.clear()
    return isSaved
  }

  /**
   * Saves an attempt and ends the session.
   * SCORM 1.2 commits first, since some LMSs lose what only LMSFinish sends. 2004 does not: Terminate commits, and a commit while a page goes away fails on some.
   * @param isLeaving the page is going away, so the session ends even when saving failed
   * @returns whether the session has ended
   */
  close(attempt: Attempt | null, preferences: string, isLeaving: boolean): boolean {
    if (!this.session.isOpen) return true
    if (attempt && !this.isForReview) {
      const isWritten = this.write(attempt, preferences, true)
      const isSaved = this.session.version === '2004' ? isWritten : this.session.commit() && isWritten
      if (!isSaved) this.sent.clear()
      if (!isSaved && !isLeaving) return false
    }
    this.session.close()
    return true
  }

  private write(attempt: Attempt, preferences: string, withTime: boolean): boolean {
    this.saves += 1
    return this.set(this.model.values(this.outline, attempt, {
      held: this.held,
      suspendData: encodeAttempt(attempt, { preferences, saves: this.saves }),
      seconds: withTime ? (this.now() - this.startedAt) / 1000 : null,
    }))
  }

  /** Sets what has changed. One value that is refused does not keep the others from being sent. */
  private set(pairs: readonly CmiPair[]): boolean {
    let isComplete = true
    for (const [element, value] of pairs) {
      if (this.sent.get(element) === value) continue
      const result = this.session.set(element, value)
      if (result !== 'refused' || this.model.elements.optional.includes(element)) this.sent.set(element, value)
      else isComplete = false
    }
    return isComplete
  }
}
