/**
 * The inner half of the stand-in LMS, in the lesson's own window: it answers SCORM's API and reports every call, value and save.
 * Pure but for what it is given (the run-time, the clock, where reports go). `lms-record.ts` is the outer half.
 */
import type { ScormVersion } from '#shared/scorm/package-format'
import { apiNames, suspendLimits, type CallKind } from './call-names.ts'
import type { Report, SeenElement, Start, TroubleNow } from './report.ts'

/** A SCORM run-time behind one small interface. */
export interface RunTime {
  /** @returns what the API's function answers, as text */
  call(name: string, args: readonly string[]): string
  /** @returns every element that has a value, write-only ones too, by its full name */
  values(): Map<string, string>
  /** @returns total time with this session's, in the version's own notation */
  totalTime(): string
}

/**
 * What a save comes to.
 * @param isEnd the session ends with it
 * @returns 0 when stored, otherwise SCORM's error code
 */
export type Store = (isEnd: boolean) => number

/** @param initial values before the lesson opens its session, by full element name */
export type StartRunTime = (initial: Readonly<Record<string, string>>, store: Store) => RunTime

export interface SessionOptions {
  readonly version: ScormVersion
  readonly start: StartRunTime
  readonly begin: Pick<Start, 'values' | 'totalTime' | 'trouble'>
  readonly report: (report: Report) => void
  /** Milliseconds; only differences count. */
  readonly now: () => number
  /** Blocks for so many milliseconds. */
  readonly wait: (milliseconds: number) => void
}

export class LmsSession {
  trouble: TroubleNow
  /** The API's functions by name, as the lesson finds them. */
  readonly api: Readonly<Record<string, (...args: unknown[]) => string>>
  private readonly options: SessionOptions
  private readonly runTime: RunTime
  private readonly initial: ReadonlyMap<string, string>
  private readonly since: number
  private readonly seen = new Map<string, SeenElement>()
  /** What the stand-in refused by itself, until the next call. */
  private ownError = ''
  private totalTime: string

  constructor(options: SessionOptions) {
    this.options = options
    this.trouble = options.begin.trouble
    this.totalTime = options.begin.totalTime
    this.runTime = options.start(options.begin.values, isEnd => this.save(isEnd))
    this.initial = this.runTime.values()
    this.since = options.now()
    this.api = Object.fromEntries(
      Object.entries(this.names.calls).map(([name, kind]) => [name, (...args: unknown[]) => this.answer(name, kind, args.map(String))]),
    )
  }

  private get names() {
    return apiNames[this.options.version]
  }

  private answer(name: string, kind: CallKind, args: string[]): string {
    this.options.wait(this.trouble.delay)
    const result = kind === 'error' ? this.answerError(name, args) : this.act(name, kind, args)
    const error = kind === 'error' ? '0' : this.lastError()
    this.watch(name, kind, args, result, error)
    const errorText = error === '0' ? '' : this.runTime.call(this.names.errorString, [error])
    this.options.report({ kind: 'call', call: { at: this.options.now() - this.since, kind, name, args, result, error, errorText } })
    return result
  }

  private act(name: string, kind: CallKind, args: string[]): string {
    this.ownError = ''
    // scorm-again takes up to 64,000 characters in 1.2 as well; an LMS that keeps to the standard does not.
    if (kind === 'write' && args[0] === 'cmi.suspend_data' && (args[1]?.length ?? 0) > suspendLimits[this.options.version]) {
      this.ownError = this.names.wrongType
      return 'false'
    }
    return this.runTime.call(name, args)
  }

  private answerError(name: string, args: string[]): string {
    return name === this.names.lastError ? this.lastError() : this.runTime.call(name, args)
  }

  private lastError(): string {
    return this.ownError || this.runTime.call(this.names.lastError, [])
  }

  /** Follows the session and the data model along the calls that succeed. */
  private watch(name: string, kind: CallKind, args: string[], result: string, error: string): void {
    const element = args[0] ?? ''
    if (kind === 'session' && result === 'true')
      this.options.report({ kind: 'session', state: name.endsWith('Initialize') ? 'open' : 'ended' })
    if (kind === 'read' && error === '0') {
      const before = this.seen.get(element)
      this.see({ element, value: result, isWritten: before?.isWritten ?? false, isChanged: before?.isChanged ?? false })
    }
    if (kind === 'write' && result === 'true') {
      const value = args[1] ?? ''
      this.see({ element, value, isWritten: true, isChanged: value !== (this.initial.get(element) ?? '') })
    }
  }

  private see(element: SeenElement): void {
    this.seen.set(element.element, element)
    this.options.report({ kind: 'element', element })
  }

  private save(isEnd: boolean): number {
    if (this.trouble.failsToSave) return this.names.saveFailed
    if (isEnd) this.totalTime = this.runTime.totalTime()
    this.options.report({ kind: 'saved', values: Object.fromEntries(this.runTime.values()), totalTime: this.totalTime })
    return 0
  }
}
