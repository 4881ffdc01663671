/** The port through which an attempt is loaded and saved. The store knows only this; each host brings its own. */
import type { Attempt } from '#shared/attempt/attempt'
import type { Decoded } from '#shared/attempt/suspend-data'

/**
 * Why a saved attempt could not be gone on from. `updated-finished`: of an earlier version of the lesson, and the pupil had
 * finished that one; what they had stays theirs.
 */
export type StartedAgain = 'unreadable' | 'updated' | 'updated-finished'

/** What a host gives back when a lesson starts. */
export type Resumed
  /** Nothing usable is saved; `reason` says so when something was there but could not be used. */
  = | { readonly kind: 'fresh', readonly reason?: StartedAgain }
  /** Go on where the pupil was, at once. */
    | { readonly kind: 'resume', readonly attempt: Attempt }
  /** An earlier visit left an attempt on this device, perhaps another child's: ask before showing anything of it. */
    | { readonly kind: 'ask', readonly attempt: Attempt }
  /** The same attempt is open in another tab. */
    | { readonly kind: 'elsewhere', readonly attempt: Attempt }

/** How saving goes, for the calm notice that the player shows. */
export type Saving
  /** Saved, or will be in a moment. */
  = | 'saved'
  /** The pupil has finished, and it is not yet certain that the host has all of it. */
    | 'checking'
  /** Could not be saved just now; it is tried again. */
    | 'retrying'
  /** The LMS can be reached and does not take it, most often because the pupil was signed out. It is tried again, and waits in this tab. */
    | 'lms-signed-out'
  /** The LMS plays one lesson in a window: opened anew, it records. */
    | 'reopen'
  /** The pupil has been away for long and has to come in again; until then it waits. Only in a class. */
    | 'signed-out'
  /** The teacher has closed the lesson: it waits on the device for a while. Only in a class. */
    | 'closed'
  /** Nobody keeps results here (no LMS, storage off or full): the lesson works all the same. */
    | 'not-recorded'
  /** The LMS opened the lesson for looking back, so nothing is written. */
    | 'review'
  /** Another tab has taken this attempt over. */
    | 'taken-over'

export type CheckForm = 'before' | 'after'

/** By item id; empty where it was left out. */
export type CheckAnswers = Readonly<Record<string, { readonly said?: string | undefined, readonly sure?: string | undefined }>>

export interface Recorder {
  /** Loads what is saved. Never throws. */
  resume(): Promise<Resumed>
  /** Takes over from another tab and returns its newest attempt (only after `elsewhere` or `taken-over`). */
  takeOver(): Promise<Attempt | null>
  /** Saves the attempt. Never throws; how it went is told through `onSaving`. */
  record(attempt: Attempt): void
  /** The pupil has pressed Finish: saves the attempt for good and ends the session with the host. Nothing can be recorded afterwards. */
  finish(attempt: Attempt): void
  /**
   * The pupil stops at the break between two sittings: saves the attempt, and ends a session that has to be ended, so that another
   * visit goes on from here. Left out where every save does as much.
   */
  stop?(attempt: Attempt): void
  /** Forgets the saved attempt, where the host allows it (this device). */
  clear(): void
  /**
   * The pass mark that the host judges by, whole or decimal per cent; undefined where it leaves that to the lesson. Known once
   * `resume` has answered.
   */
  readonly passMark?: number | null
  /** Tries again at once what could not be saved. */
  saveAgain(): void
  /** A check was given whole. Only a class counts it, without the pupil; every other host leaves this out. */
  countCheck?(form: CheckForm, answers: CheckAnswers): void
  /** What has been said in a check that is not given whole yet: kept in this tab alone, where it will be counted. */
  holdCheck?(form: CheckForm, answers: CheckAnswers): void
  /** What of it this tab still has after a reload. */
  heldCheck?(form: CheckForm): CheckAnswers
  /** Where only the host can count what was done elsewhere: called with the attempt once it has told. */
  onCounted?(listener: (attempt: Attempt) => void): void
  /** Called with each change of how saving goes; called at once with the present one. */
  onSaving(listener: (saving: Saving) => void): void
}

/**
 * @param decoded what was saved, where it is no attempt of this version of the lesson
 * @param hadFinished the host knows of a result, whatever the save itself says
 */
export function freshAfter(decoded: Exclude<Decoded, { kind: 'attempt' }>, hadFinished = false): Extract<Resumed, { kind: 'fresh' }> {
  switch (decoded.kind) {
    case 'empty': return { kind: 'fresh' }
    case 'unreadable': return { kind: 'fresh', reason: 'unreadable' }
    case 'updated': return { kind: 'fresh', reason: decoded.hadFinished || hadFinished ? 'updated-finished' : 'updated' }
  }
}
