/**
 * What one row of the fault matrix says. Rows are plain data: the browser tests run them, and the table in docs/scorm.md is
 * written from them.
 */

/** `web` is the package without an LMS: it records nothing and has nothing to say about that. */
export type FaultFormat = 'scorm12' | 'scorm2004-3' | 'scorm2004-4' | 'web'

export const scorm: readonly FaultFormat[] = ['scorm12', 'scorm2004-3', 'scorm2004-4']
export const scorm2004: readonly FaultFormat[] = ['scorm2004-3', 'scorm2004-4']
export const everyFormat: readonly FaultFormat[] = [...scorm, 'web']

/** The LMS's functions, by their names in SCORM 2004. */
export type LmsCall = 'Initialize' | 'GetValue' | 'SetValue' | 'Commit' | 'Terminate'

/**
 * `false` and `throws`: the call does nothing. `undefined` and `number`: it does its work and only answers wrongly (1 for "true",
 * 0 for what it does not have). `nothing`: it neither works nor answers, and the last error is 391. `lost`: it answers "true",
 * and what it was to save is lost, as with Moodle's beacons.
 */
export type Misbehaviour = 'false' | 'throws' | 'undefined' | 'number' | 'nothing' | 'lost'

export interface Fault {
  readonly call: LmsCall
  readonly does: Misbehaviour
  /** Only for this element; for all of them if left out. */
  readonly element?: string
  /** What GetLastError then says; 101 if left out. */
  readonly error?: string
}

/** Where the API is, seen from the lesson. */
export interface Place {
  /** Frames between the LMS's page and the lesson, outermost first: of the package's own address, or of another one. */
  readonly between?: readonly ('same' | 'other')[]
  /** The lesson (or the outermost frame's page) opens in a window of its own. */
  readonly popUp?: true
  /** The LMS's page has another address than the package. */
  readonly elsewhere?: true
  /** There is no API at all. */
  readonly nowhere?: true
}

/** How the LMS behaves during a visit. */
export interface LmsManner {
  readonly faults?: readonly Fault[]
  /** The API appears this many milliseconds after the frame. */
  readonly lateBy?: number
  /** Milliseconds for which a call blocks the page. */
  readonly blocks?: Readonly<Partial<Record<LmsCall | 'every', number>>>
  /** Something that is no API stands under the API's name in the frame between. */
  readonly decoy?: true
  /** It has only the API of the other version. */
  readonly otherVersion?: true
  readonly mode?: 'review' | 'browse'
  readonly credit?: 'no-credit'
  /** `resume` although nothing is saved. */
  readonly entry?: 'resume'
  /** Its own pass mark, in per cent. It judges by it as well: SCORM 1.2's mastery score, 2004's scaled passing score. */
  readonly passMark?: number
  /** As Moodle with SCORM 1.2: what it could not store counts as sent, and is not sent again while it stays the same. */
  readonly forgetsWhatItRefused?: true
}

/** How the package's files are served. */
export const servings = ['plain', 'strict-policy', 'wrong-types', 'lower-case', 'any-case', 'odd-folder', 'query', 'other-charset'] as const

export type Serving = (typeof servings)[number]

/** What happens to the saved data between two visits. */
export type Tampering = 'cut' | 'corrupted' | 'other-lesson' | 'older-version' | 'future-format' | 'gone'

/**
 * `recorded`: the LMS holds the right result. `not-recorded`: the page says that results are not recorded. `unsaved`: it says
 * that saving did not work, and offers to try again. `review`: it says that nothing is recorded this time, and nothing is.
 * `not-started`: it says that the lesson has not started.
 */
export type Outcome = 'recorded' | 'not-recorded' | 'unsaved' | 'review' | 'not-started'

/** Which story is played; see tests/browser/faults/. `visits`: half a lesson, cut off without a word, then the rest, then one more look. */
export type Scenario
  = | 'visits'
    | 'not-started'
    | 'two-tabs'
    | 'comes-back'
    | 'never-back'
    | 'passed-before'
    | 'from-quiz'
    | 'cut-often'
    | 'no-proof'
    | 'signed-out'

export interface FaultRow {
  readonly id: string
  /** In plain English. */
  readonly title: string
  /** What the LMS (or browser, or server) does. */
  readonly lms: string
  readonly pupil: string
  readonly reported: string
  readonly formats: readonly FaultFormat[]
  readonly outcome: Outcome
  readonly scenario?: Scenario
  readonly place?: Place
  readonly manner?: LmsManner
  readonly serving?: Serving
  /** The browser forbids cookies and storage. */
  readonly storage?: 'forbidden'
  readonly tampering?: Tampering
  /** How the first visit ends: cut off (nothing more reaches the LMS) unless said. */
  readonly leaves?: 'cut-off' | 'pagehide'
  /** The LMS gives nothing back, so every visit starts at the beginning. */
  readonly forgets?: true
  /** Share of the quiz answered right; all of it if left out. */
  readonly share?: number
  /** What the LMS then holds; passed if left out. */
  readonly result?: 'passed' | 'failed'
}
