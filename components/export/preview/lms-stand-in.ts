/**
 * A small LMS inside the page: it offers SCORM's API to a lesson in a frame, keeps a log of every call, and remembers between launches what an LMS would.
 * It can also behave badly on purpose. It knows nothing of Vue or of the page.
 */
import type { ScormVersion } from '#shared/scorm/package-format'
import { apiNames, suspendLimits, type CallKind } from './call-names'
import { nextOpening, noTime, type Kept, type Way } from './kept-state'
import type { RunTime, StartRunTime } from './run-time'

/** What goes wrong on purpose. The first two act at once, the others when the lesson is opened next. */
export interface Trouble {
  /** Each call takes this long, and the page stands still meanwhile. Milliseconds. */
  delay: number
  failsToSave: boolean
  hasNoApi: boolean
  truncates: boolean
  isReview: boolean
}

export const noTrouble: Readonly<Trouble> = { delay: 0, failsToSave: false, hasNoApi: false, truncates: false, isReview: false }

/** A call of the lesson, or the launch that the calls after it belong to. */
export interface LogEntry {
  /** Counts up over all launches. */
  readonly number: number
  /** Milliseconds since this launch. */
  readonly at: number
  readonly kind: CallKind | 'launch'
  /** The function's name; for a launch, its way. */
  readonly name: string
  readonly args: readonly string[]
  readonly result: string
  /** SCORM's error code after the call, '0' for none. */
  readonly error: string
  readonly errorText: string
  /** False for what a lesson said while it was closed so suddenly that the LMS never heard it. */
  readonly arrived: boolean
}

/** An element of the data model that the lesson has read or written in this launch. */
export interface SeenElement {
  readonly element: string
  readonly value: string
  readonly isWritten: boolean
  /** The lesson has given it another value than the LMS had at the launch. */
  readonly isChanged: boolean
}

export interface Launch {
  readonly number: number
  readonly item: string
  readonly way: Way
  /** `unanswered` until the lesson has opened its session. */
  readonly session: 'unanswered' | 'open' | 'ended'
}

interface Session {
  readonly item: string
  readonly runTime: RunTime
  readonly initial: ReadonlyMap<string, string>
  readonly since: number
  /** What the stand-in refused by itself, until the next call. */
  ownError: string
  /** `cut`: calls no longer arrive. `over`: the frame is gone. */
  line: 'up' | 'cut' | 'over'
}

export interface StandInOptions {
  readonly version: ScormVersion
  readonly start: StartRunTime
  /** Called after whatever changes what can be seen. */
  readonly onChange?: () => void
  /** Milliseconds; only differences count. */
  readonly now?: () => number
  /** Blocks for so many milliseconds. */
  readonly wait?: (milliseconds: number) => void
}

/** Entries that are remembered: far more than a lesson makes, and bounded should one run wild. */
const MOST_ENTRIES = 10_000

export class LmsStandIn {
  readonly version: ScormVersion
  trouble: Trouble = { ...noTrouble }
  launch: Launch | null = null
  private log: LogEntry[] = []
  private seen = new Map<string, SeenElement>()
  private session: Session | null = null
  private place: Record<string, unknown> | null = null
  private counted = 0
  private readonly store = new Map<string, Kept>()
  private readonly options: Required<StandInOptions>

  constructor({ onChange = () => {}, now = () => performance.now(), wait = waitBusily, ...given }: StandInOptions) {
    this.options = { onChange, now, wait, ...given }
    this.version = given.version
  }

  /** Oldest first. */
  get entries(): readonly LogEntry[] {
    return this.log
  }

  /** In the order in which the lesson came to them. */
  get elements(): SeenElement[] {
    return [...this.seen.values()]
  }

  /** @returns what is stored for a lesson of the package, undefined when nothing has been */
  kept(item: string): Kept | undefined {
    return this.store.get(item)
  }

  /**
   * Gets ready for a launch; the caller opens the frame afterwards.
   * @param place the window in which the lesson will look for the API
   */
  open(item: string, place: Record<string, unknown>): void {
    this.close()
    const { truncates, isReview, hasNoApi } = this.trouble
    const { way, values } = nextOpening(this.version, this.store.get(item), { isTruncated: truncates, isReview })
    this.launch = { number: (this.launch?.number ?? 0) + 1, item, way, session: 'unanswered' }
    this.seen = new Map()
    const runTime = this.options.start(values, isEnd => this.save(item, runTime, isEnd))
    const session: Session = { item, runTime, initial: runTime.values(), since: this.options.now(), ownError: '', line: 'up' }
    this.session = session
    this.note(session, { kind: 'launch', name: way, args: [], result: '' })
    if (hasNoApi) return
    place[apiNames[this.version].place] = this.apiFor(session)
    this.place = place
  }

  /** From now on nothing that the lesson says arrives, as when a tab is closed or a device falls asleep. */
  cut(): void {
    if (this.session?.line === 'up') this.session.line = 'cut'
  }

  /** Takes the API away; the caller has taken the frame away before, so that the lesson's last words are in. */
  close(): void {
    if (this.session) this.session.line = 'over'
    if (this.place) Reflect.deleteProperty(this.place, apiNames[this.version].place)
    this.session = null
    this.place = null
  }

  /** Forgets every lesson's state and the log, as for a pupil who was never here. Only between launches. */
  forget(): void {
    this.store.clear()
    this.seen = new Map()
    this.launch = null
    this.clearLog()
  }

  clearLog(): void {
    this.log = []
    this.options.onChange()
  }

  private apiFor(session: Session): Record<string, (...args: unknown[]) => string> {
    return Object.fromEntries(Object.entries(apiNames[this.version].calls)
      .map(([name, kind]) => [name, (...args: unknown[]) => this.answer(session, name, kind, args.map(String))]))
  }

  private answer(session: Session, name: string, kind: CallKind, args: string[]): string {
    if (session.line === 'over') return 'false'
    this.options.wait(this.trouble.delay)
    if (session.line === 'cut') {
      // A browser that closes a page answers for the LMS: the lesson cannot know that its call went nowhere.
      const result = kind === 'read' ? '' : kind === 'error' ? '0' : 'true'
      this.note(session, { kind, name, args, result, arrived: false })
      return result
    }
    const result = kind === 'error' ? this.tellError(session, name, args) : this.act(session, name, kind, args)
    const error = kind === 'error' ? '0' : this.lastError(session)
    this.watch(session, name, kind, args, result, error)
    this.note(session, { kind, name, args, result, error })
    return result
  }

  private act(session: Session, name: string, kind: CallKind, args: string[]): string {
    session.ownError = ''
    // scorm-again takes up to 64,000 characters in 1.2 as well; an LMS that keeps to the standard does not.
    if (kind === 'write' && args[0] === 'cmi.suspend_data' && (args[1]?.length ?? 0) > suspendLimits[this.version]) {
      session.ownError = apiNames[this.version].wrongType
      return 'false'
    }
    return session.runTime.call(name, args)
  }

  private tellError(session: Session, name: string, args: string[]): string {
    return name === apiNames[this.version].lastError ? this.lastError(session) : session.runTime.call(name, args)
  }

  private lastError({ ownError, runTime }: Session): string {
    return ownError || runTime.call(apiNames[this.version].lastError, [])
  }

  /** Follows the session and the data model along the calls that succeed. */
  private watch(session: Session, name: string, kind: CallKind, args: string[], result: string, error: string): void {
    const element = args[0] ?? ''
    if (kind === 'session' && result === 'true' && this.launch) {
      this.launch = { ...this.launch, session: name.endsWith('Initialize') ? 'open' : 'ended' }
    }
    if (kind === 'read' && error === '0') {
      const before = this.seen.get(element)
      this.seen.set(element, { element, value: result, isWritten: before?.isWritten ?? false, isChanged: before?.isChanged ?? false })
    }
    if (kind === 'write' && result === 'true') {
      const value = args[1] ?? ''
      this.seen.set(element, { element, value, isWritten: true, isChanged: value !== (session.initial.get(element) ?? '') })
    }
  }

  private save(item: string, runTime: RunTime, isEnd: boolean): number {
    if (this.trouble.failsToSave) return apiNames[this.version].saveFailed
    const totalTime = isEnd ? runTime.totalTime() : this.store.get(item)?.totalTime ?? noTime(this.version)
    this.store.set(item, { values: runTime.values(), totalTime })
    return 0
  }

  private note(session: Session, entry: Pick<LogEntry, 'kind' | 'name' | 'args' | 'result'> & { error?: string, arrived?: boolean }): void {
    const error = entry.error ?? '0'
    const errorText = error === '0' ? '' : session.runTime.call(apiNames[this.version].errorString, [error])
    this.counted += 1
    this.log.push({ arrived: true, ...entry, number: this.counted, at: this.options.now() - session.since, error, errorText })
    if (this.log.length > MOST_ENTRIES) this.log = this.log.slice(-MOST_ENTRIES / 2)
    this.options.onChange()
  }
}

/** SCORM's calls are synchronous, so an LMS that is slow holds the lesson up. */
function waitBusily(milliseconds: number): void {
  const end = performance.now() + milliseconds
  while (performance.now() < end);
}
