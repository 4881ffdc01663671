/**
 * What passes between a lesson under the stand-in LMS and whoever watches it from outside its sandbox: plain values that can be
 * posted to another window. Everything that arrives is parsed here, since a frame is another's word.
 */
import { callKinds, type CallKind } from './call-names.ts'

/** What goes wrong on purpose. The first two act at once, the others when the lesson is opened next. */
export interface Trouble {
  /** Each call takes this long, and the lesson stands still meanwhile. Milliseconds. */
  delay: number
  failsToSave: boolean
  hasNoApi: boolean
  truncates: boolean
  isReview: boolean
}

export const noTrouble: Readonly<Trouble> = { delay: 0, failsToSave: false, hasNoApi: false, truncates: false, isReview: false }

/** The part of it that acts inside a lesson that is open. */
export type TroubleNow = Pick<Trouble, 'delay' | 'failsToSave'>

/** What a session starts with. */
export interface Start {
  /** Values before the lesson opens its session, by full element name. */
  readonly values: Readonly<Record<string, string>>
  /** The time of earlier sessions, in the version's own notation. */
  readonly totalTime: string
  readonly hasNoApi: boolean
  readonly trouble: TroubleNow
}

/** A call of the lesson, and what it was answered. */
export interface Call {
  /** Milliseconds since this launch. */
  readonly at: number
  readonly kind: CallKind
  readonly name: string
  readonly args: readonly string[]
  readonly result: string
  /** SCORM's error code after the call, '0' for none. */
  readonly error: string
  readonly errorText: string
}

/** An element of the data model that the lesson has read or written in this launch. */
export interface SeenElement {
  readonly element: string
  readonly value: string
  readonly isWritten: boolean
  /** The lesson has given it another value than the LMS had at the launch. */
  readonly isChanged: boolean
}

export type Report
  = | { readonly kind: 'call', readonly call: Call }
    | { readonly kind: 'element', readonly element: SeenElement }
    | { readonly kind: 'session', readonly state: 'open' | 'ended' }
    /** It looked for a run-time of this name in the window around it, found or not. */
    | { readonly kind: 'looked', readonly place: string }
    /** What one of its pages did beside that. */
    | { readonly kind: 'page', readonly what: PageDeed, readonly text: string }
    | { readonly kind: 'saved', readonly values: Readonly<Record<string, string>>, readonly totalTime: string }

/**
 * What another maker's page can do that a run tells of: a script fails (with its message), a window is opened (with its address),
 * a question of the browser's own is asked (with its words), or it calls so often that not all of it is told.
 */
export const pageDeeds = ['error', 'window', 'question', 'flood'] as const

export type PageDeed = (typeof pageDeeds)[number]

/** Under this name the page around another maker's package takes each of its windows to be watched. */
export const WATCH = 'whosThereWatch'

/** Behind a package's key on the second host: what is asked for when the package is left. */
export const LEFT = 'left'

/** What a lesson's page says to its parent once it can be told how to start. */
export const READY = 'whos-there:preview-ready'

/** What a lesson's page is told, over its line, to have it take its lesson away, which may say its last words. */
export const LEAVE = 'whos-there:preview-leave'

/** No run-time keeps longer text, nor more elements than this. */
const MOST_CHARACTERS = 70_000
const MOST_VALUES = 10_000

/** The longest pause that the page offers, in milliseconds. */
const LONGEST_DELAY = 3_000

type Fields = Readonly<Record<string, unknown>>

const isFields = (value: unknown): value is Fields => typeof value === 'object' && value !== null && !Array.isArray(value)
const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST_CHARACTERS
const isYesNo = (value: unknown): value is boolean => typeof value === 'boolean'
const isMilliseconds = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value) && value >= 0

function isValues(value: unknown): value is Record<string, string> {
  return (
    isFields(value)
    && Object.keys(value).length <= MOST_VALUES
    && Object.entries(value).every(([name, text]) => isText(name) && isText(text))
  )
}

/** @returns the report, null for anything that is none */
export function parseReport(given: unknown): Report | null {
  if (!isFields(given)) return null
  const { kind, values, totalTime } = given
  if (kind === 'looked') return given.place === 'API' || given.place === 'API_1484_11' ? { kind, place: given.place } : null
  const what = kind === 'page' ? pageDeeds.find(deed => deed === given.what) : undefined
  if (what !== undefined) return isText(given.text) ? { kind: 'page', what, text: given.text } : null
  if (kind === 'session') return given.state === 'open' || given.state === 'ended' ? { kind, state: given.state } : null
  if (kind === 'saved') return isValues(values) && isText(totalTime) ? { kind, values, totalTime } : null
  if (kind === 'element' && isFields(given.element)) {
    const { element, value, isWritten, isChanged } = given.element
    return isText(element) && isText(value) && isYesNo(isWritten) && isYesNo(isChanged)
      ? { kind, element: { element, value, isWritten, isChanged } }
      : null
  }
  if (kind === 'call' && isFields(given.call)) {
    const call = parseCall(given.call)
    return call && { kind, call }
  }
  return null
}

function parseCall({ at, kind, name, args, result, error, errorText }: Fields): Call | null {
  const knownKind = callKinds.find(known => known === kind)
  if (!knownKind || !isMilliseconds(at) || !isText(name) || !isText(result) || !isText(error) || !isText(errorText)) return null
  if (!Array.isArray(args) || args.length > 10 || !args.every(isText)) return null
  return { at, kind: knownKind, name, args, result, error, errorText }
}

/** @returns what a session starts with, null for anything else */
export function parseStart(given: unknown): Start | null {
  if (!isFields(given)) return null
  const { values, totalTime, hasNoApi } = given
  const trouble = parseTrouble(given.trouble)
  return isValues(values) && isText(totalTime) && isYesNo(hasNoApi) && trouble ? { values, totalTime, hasNoApi, trouble } : null
}

/** @returns the trouble that acts at once, null for anything else */
export function parseTrouble(given: unknown): TroubleNow | null {
  if (!isFields(given)) return null
  const { delay, failsToSave } = given
  return isMilliseconds(delay) && delay <= LONGEST_DELAY && isYesNo(failsToSave) ? { delay, failsToSave } : null
}
