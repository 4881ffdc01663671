/**
 * A session with an LMS over either version of SCORM's API: unstarted, then open, then closed, each once.
 * It survives whatever a call does: no such function, an exception, or an answer of the wrong kind.
 */
import type { FoundApi } from './find-api'

/** What became of a value: `unsupported` means that this LMS does not have the element, so asking again is no use. */
export type SetResult = 'accepted' | 'refused' | 'unsupported'

const functionNames = {
  1.2: { open: 'LMSInitialize', close: 'LMSFinish', get: 'LMSGetValue', set: 'LMSSetValue', commit: 'LMSCommit', error: 'LMSGetLastError' },
  2004: { open: 'Initialize', close: 'Terminate', get: 'GetValue', set: 'SetValue', commit: 'Commit', error: 'GetLastError' },
} as const

type FunctionName = keyof (typeof functionNames)['1.2']

/** One call as the admins' view shows it. */
export interface LoggedCall {
  readonly at: number
  readonly call: string
  readonly values: readonly string[]
  readonly answer: unknown
}

/** What the admins' view is shown of a session. */
export interface Inspection {
  readonly version: FoundApi['version']
  readonly log: readonly LoggedCall[]
  readonly get: (element: string) => string
}

/** Calls that are remembered, in memory only. */
const LOG_LENGTH = 500

/** A call that threw or had nothing to call. */
const broken = Symbol('broken')

export class ScormSession {
  readonly version: FoundApi['version']
  private readonly api: FoundApi['api']
  /** The latest calls, oldest first, for the admins' view. */
  readonly log: LoggedCall[] = []
  /** The LMS refused to start because another session has run, or ended, in its window: the lesson has to be opened anew. */
  isUsedUp = false
  /** Some value came back. Where none ever does, "" means nothing: the LMS may hold a pass that cannot be seen. */
  hasRead = false
  private hasAskedToEnd = false
  private state: 'unstarted' | 'open' | 'closed' = 'unstarted'

  constructor({ api, version }: FoundApi) {
    this.api = api
    this.version = version
  }

  get isOpen(): boolean {
    return this.state === 'open'
  }

  inspect(): Inspection {
    return { version: this.version, log: this.log, get: element => this.get(element) }
  }

  /** Starts the session. A second start would wipe what Moodle has not sent yet, so there is never one. */
  open(): boolean {
    if (this.state !== 'unstarted') return this.isOpen
    this.state = this.succeeded(this.call('open', '')) || this.isAlreadyRunning() ? 'open' : 'closed'
    // 104, "content instance terminated": Moodle says it to the second lesson of a 2004 course that is played in one window.
    this.isUsedUp = !this.isOpen && this.version === '2004' && this.lastError() === '104'
    return this.isOpen
  }

  /** @returns the value as text, '' for what the LMS does not have */
  get(element: string): string {
    if (!this.isOpen) return ''
    const value = this.call('get', element)
    if ((typeof value !== 'string' && typeof value !== 'number') || (value === 'false' && this.lastError() !== '0')) return ''
    this.hasRead = true
    return String(value)
  }

  set(element: string, value: string): SetResult {
    if (!this.isOpen) return 'refused'
    if (this.succeeded(this.call('set', element, value))) return 'accepted'
    const error = this.lastError()
    return error === '401' || error === '402' ? 'unsupported' : 'refused'
  }

  /** @returns whether the LMS says that it has stored everything that was set */
  commit(): boolean {
    return this.isOpen && this.succeeded(this.call('commit', ''))
  }

  /**
   * Asks the LMS once to end the session. Where it refuses, the session goes on by SCORM's rules (2004 RTE §3.1.3.2): values can
   * still be committed.
   * @returns whether it has ended; every further call on an ended session does nothing
   */
  close(): boolean {
    if (!this.isOpen) return true
    if (this.hasAskedToEnd) return false
    this.hasAskedToEnd = true
    const hasEnded = this.succeeded(this.call('close', ''))
    if (hasEnded) this.state = 'closed'
    return hasEnded
  }

  private call(name: FunctionName, ...values: string[]): unknown {
    const call = functionNames[this.version][name]
    const answer = this.attempted(call, values)
    this.log.push({ at: Date.now(), call, values, answer })
    if (this.log.length > LOG_LENGTH) this.log.shift()
    return answer
  }

  private attempted(call: string, values: string[]): unknown {
    try {
      if (this.api[call] === undefined || this.api[call] === null) return broken
      // Called on the API itself, because some LMSs use `this`.
      return (this.api as Record<string, (...values: string[]) => unknown>)[call]?.(...values)
    }
    catch {
      return broken
    }
  }

  /** SCORM answers "true" or "false" as text; LMSs answer much else. What is neither is settled by the last error. */
  private succeeded(answer: unknown): boolean {
    if (answer === broken) return false
    const word = String(answer).toLowerCase()
    if (word === 'true' || word === '1') return true
    return word !== 'false' && this.lastError() === '0'
  }

  /** @returns SCORM's error code; '0' also where the LMS cannot tell */
  private lastError(): string {
    const error = this.call('error')
    return error === broken || error === undefined || error === null || error === '' ? '0' : String(error)
  }

  /** 2004 has a code of its own for a second Initialize: another script of the LMS's page was first. */
  private isAlreadyRunning(): boolean {
    return this.version === '2004' && this.lastError() === '103'
  }
}
