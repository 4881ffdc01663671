/** A lesson's record in an LMS: read once, then kept up to date with as few calls as possible. */
import { resultOf, type Attempt } from '#shared/attempt/attempt'
import type { Outline } from '#shared/lesson/outline'
import type { Interaction } from '#shared/scorm/interaction'
import { cmi12 } from '#shared/scorm/cmi-12'
import { cmi2004 } from '#shared/scorm/cmi-2004'
import type { CmiPair } from '#shared/scorm/cmi-pair'
import { nothingHeld, type CmiModel, type Held } from '#shared/scorm/cmi-model'
import { decodeAttempt, encodeAttempt, type Decoded } from '#shared/attempt/suspend-data'
import type { ScormSession } from './scorm-session'
import { LEAST_TELLING } from './tab-copy'

/** The single quiz answers of an attempt, oldest first. Null until what reads them has come: nobody can answer before. */
export type ReadInteractions = (attempt: Attempt) => readonly (Interaction & { readonly key: string })[] | null

export class LmsRecord {
  private outline: Outline
  private readonly session: ScormSession
  private readonly model: CmiModel
  private readonly now: () => number
  private readonly startedAt: number
  /** Values that the LMS gave or has taken, so that only changed ones are sent. */
  private readonly sent = new Map<string, string>()
  private held: Held = nothingHeld
  private saves: number
  /** The last save did not arrive, or not as a whole. */
  private isDoubtful = false
  private readonly readInteractions: ReadInteractions | undefined
  /** The place that each told answer has in the LMS's list, and when it was given. */
  private readonly told = new Map<string, { readonly index: number, readonly at: Date }>()
  private nextInteraction = 0
  /** What was saved before: its answers are told already. */
  private known: Attempt | null = null
  /** The LMS opened the lesson to look at, not to work on. */
  isForReview = false

  constructor(outline: Outline, session: ScormSession, now: () => number, readInteractions?: ReadInteractions) {
    this.outline = outline
    this.readInteractions = readInteractions
    this.session = session
    this.model = session.version === '2004' ? cmi2004 : cmi12
    this.now = now
    this.startedAt = now()
    // At random, so that two pupils' attempts are told apart by it (see tab-copy.ts); nine digits at most, whatever is saved.
    this.saves = LEAST_TELLING + Math.floor(Math.random() * 800_000_000)
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
    // The LMS's mark wins, so that what the pupil is told and what the school's gradebook says are the same.
    if (this.held.passMark !== null) this.outline = { ...this.outline, passMark: this.held.passMark }
    const decoded = decodeAttempt(this.outline, get(this.model.elements.suspendData))
    if (decoded.kind === 'attempt' && decoded.saves >= LEAST_TELLING) this.saves = decoded.saves
    if (this.readInteractions) {
      this.nextInteraction = Number.parseInt(get(this.model.elements.interactionsCount), 10) || 0
      this.known = decoded.kind === 'attempt' ? decoded.attempt : null
    }
    return decoded
  }

  /** The LMS holds the lesson as done, whichever version of it that was. */
  get hasFinished(): boolean {
    return this.held.completed || this.held.success === 'passed'
  }

  /** The pass mark that counts, in per cent: the LMS's own where it has one. Null for none. */
  get passMark(): number | null {
    return this.outline.passMark
  }

  /** The counter of the latest save. */
  get lastSave(): number {
    return this.saves
  }

  /** Goes on counting where a copy of the attempt has come to. */
  countFrom(saves: number): void {
    this.saves = saves
  }

  /** What the LMS holds may have been changed by another window: everything is sent again with the next save. */
  forget(): void {
    this.sent.clear()
  }

  /** What the LMS has said to have taken may not have arrived: all of it is said again with the next save. */
  doubt(): void {
    this.settled(false)
  }

  /** Tells an LMS that does not know the lesson yet that it has begun. */
  begin(): boolean {
    if (this.held.started || !this.session.hasRead) return true
    return this.settled(this.set(this.model.opening) && this.session.commit())
  }

  /**
   * Saves an attempt: changed values, then one commit.
   * @param withTime whether the session time is sent as well
   * @returns whether the LMS has taken it; if not, everything is sent again next time
   */
  save(attempt: Attempt, preferences: string, withTime: boolean): boolean {
    return this.settled(this.write(attempt, preferences, withTime) && this.session.commit())
  }

  /**
   * Saves an attempt and ends the session.
   * SCORM 1.2 commits first, since some LMSs lose what only LMSFinish sends. 2004 does not: Terminate commits, and a commit while
   * a page goes away fails on some.
   * @param navigation where SCORM 2004 is asked to go next (`adl.nav.request`, SN §5.6); an LMS may refuse, and then nothing happens
   * @param isLeaving the page is going away, so the session ends even when saving failed
   * @returns whether the session has ended
   */
  close(attempt: Attempt | null, preferences: string, isLeaving: boolean, navigation: string | null = null): boolean {
    if (!this.session.isOpen) return true
    const is2004 = this.session.version === '2004'
    let isSaved = true
    if (attempt && !this.isForReview) {
      const isWritten = this.write(attempt, preferences, true)
      isSaved = this.settled(is2004 ? isWritten : this.session.commit() && isWritten)
      if (!isSaved && !isLeaving) return false
    }
    if (navigation && is2004) this.session.set('adl.nav.request', navigation)
    // Refused in 2004, nothing has been taken yet: then a commit has to do it.
    return this.session.close() || isLeaving || !is2004 || this.isForReview || this.settled(isSaved && this.session.commit())
  }

  private write(attempt: Attempt, preferences: string, withTime: boolean): boolean {
    this.saves += 1
    const values = this.model.values(this.outline, attempt, {
      held: this.held,
      suspendData: encodeAttempt(attempt, { preferences, saves: this.saves }),
      seconds: withTime ? (this.now() - this.startedAt) / 1000 : null,
    })
    // What cannot be read may be a pass, so only another pass is written over it.
    const { completed, success } = resultOf(this.outline, attempt)
    const isSafe = this.session.hasRead || (completed && success !== 'failed')
    const pairs = isSafe ? values : values.filter(([element]) => !this.model.elements.result.test(element))
    if (this.isDoubtful && this.model.detour && !this.held.success) {
      // What was completed at an earlier visit is not told to be incomplete, not even for one commit.
      this.set(this.model.detour(pairs).filter(([element]) => !this.held.completed || element !== this.model.elements.status))
      this.session.commit()
    }
    return this.set([...this.interactions(attempt), ...pairs])
  }

  /** After trouble nothing counts as sent. */
  private settled(isSaved: boolean): boolean {
    this.isDoubtful = !isSaved
    if (!isSaved) this.sent.clear()
    return isSaved
  }

  /** Each answer keeps its place and its time, so that sending it again after trouble changes nothing. */
  private interactions(attempt: Attempt): CmiPair[] {
    const known = this.known ? this.readInteractions?.(this.known) : []
    if (!known) return []
    known.forEach(({ key }) => this.told.set(key, { index: -1, at: new Date(this.startedAt) }))
    this.known = null
    return (this.readInteractions?.(attempt) ?? []).flatMap((interaction) => {
      const told = this.told.get(interaction.key) ?? { index: this.nextInteraction++, at: new Date(this.now()) }
      this.told.set(interaction.key, told)
      return told.index < 0 ? [] : this.model.interaction(told.index, interaction, told.at)
    })
  }

  /** Sets what has changed. One value that is refused does not keep the others from being sent. */
  private set(pairs: readonly CmiPair[]): boolean {
    let isComplete = true
    for (const [element, value] of pairs) {
      if (this.sent.get(element) === value) continue
      const result = this.session.set(element, value)
      if (result !== 'refused' || this.canDoWithout(element)) this.sent.set(element, value)
      else isComplete = false
    }
    return isComplete
  }

  /** An LMS may lack these without anything of the pupil's being lost. */
  private canDoWithout(element: string): boolean {
    return this.model.elements.optional.includes(element) || element.startsWith('cmi.interactions')
  }
}
