/**
 * The outer half of the stand-in LMS, on the page around the lesson: it remembers between launches what an LMS would, keeps a log
 * of every call, and says what the next session starts with. It knows nothing of Vue, of windows or of how reports come.
 */
import type { ScormVersion } from '#shared/scorm/package-format'
import type { CallKind } from './call-names.ts'
import { nextOpening, noTime, type Kept, type Way } from './kept-state.ts'
import { noTrouble, type Call, type Report, type SeenElement, type Start, type Trouble } from './report.ts'

/** A call of the lesson, or the launch that the calls after it belong to. */
export interface LogEntry extends Omit<Call, 'kind'> {
  /** Counts up over all launches. */
  readonly number: number
  /** The name of a launch is its way. */
  readonly kind: CallKind | 'launch'
  /** False for what a lesson said while it was closed so suddenly that the LMS never heard it. */
  readonly arrived: boolean
}

export interface Launch {
  readonly number: number
  readonly item: string
  readonly way: Way
  /** `unanswered` until the lesson has opened its session. */
  readonly session: 'unanswered' | 'open' | 'ended'
}

/** Entries that are remembered: far more than a lesson makes, and bounded should one run wild. */
const MOST_ENTRIES = 10_000

export class LmsRecord {
  readonly version: ScormVersion
  trouble: Trouble = { ...noTrouble }
  launch: Launch | null = null
  private log: LogEntry[] = []
  private seen = new Map<string, SeenElement>()
  private looked = new Set<string>()
  /** `cut`: what the lesson says no longer arrives. `over`: it is not listened to. */
  private line: 'up' | 'cut' | 'over' = 'over'
  private counted = 0
  private readonly store = new Map<string, Kept>()
  private readonly onChange: () => void

  /** @param onChange called after whatever changes what can be seen */
  constructor(version: ScormVersion, onChange: () => void = () => {}) {
    this.version = version
    this.onChange = onChange
  }

  /** Oldest first. */
  get entries(): readonly LogEntry[] {
    return this.log
  }

  /** In the order in which the lesson came to them. */
  get elements(): SeenElement[] {
    return [...this.seen.values()]
  }

  /** Names of the run-times that the lesson of this launch has looked for in the window around it. */
  get lookedFor(): string[] {
    return [...this.looked]
  }

  /** @returns what is stored for a lesson of the package, undefined when nothing has been */
  kept(item: string): Kept | undefined {
    return this.store.get(item)
  }

  /** Begins a launch. @returns what the lesson's session starts with */
  open(item: string): Start {
    const { truncates, isReview, hasNoApi, delay, failsToSave } = this.trouble
    const kept = this.store.get(item)
    const { way, values } = nextOpening(this.version, kept, { isTruncated: truncates, isReview })
    this.launch = { number: (this.launch?.number ?? 0) + 1, item, way, session: 'unanswered' }
    this.seen = new Map()
    this.looked = new Set()
    this.line = 'up'
    this.note({ at: 0, kind: 'launch', name: way, args: [], result: '', error: '0', errorText: '' })
    return { values, totalTime: kept?.totalTime ?? noTime(this.version), hasNoApi, trouble: { delay, failsToSave } }
  }

  /** Takes what the lesson's session reports. After a cut only its calls are noted, as ones that never arrived. */
  take(report: Report): void {
    if (!this.launch || this.line === 'over') return
    if (report.kind === 'call') return this.note(report.call)
    if (this.line === 'cut') return
    if (report.kind === 'element') this.seen.set(report.element.element, report.element)
    if (report.kind === 'looked') this.looked.add(report.place)
    if (report.kind === 'session') this.launch = { ...this.launch, session: report.state }
    if (report.kind === 'saved')
      this.store.set(this.launch.item, { values: new Map(Object.entries(report.values)), totalTime: report.totalTime })
    this.onChange()
  }

  /** From now on nothing that the lesson says arrives, as when a tab is closed or a device falls asleep. */
  cut(): void {
    if (this.line === 'up') this.line = 'cut'
  }

  get isCut(): boolean {
    return this.line === 'cut'
  }

  /** Listens no more; the lesson has been taken away before, so that its last words are in. */
  close(): void {
    this.line = 'over'
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
    this.onChange()
  }

  private note(entry: Omit<LogEntry, 'number' | 'arrived'>): void {
    this.counted += 1
    this.log.push({ ...entry, number: this.counted, arrived: this.line !== 'cut' })
    if (this.log.length > MOST_ENTRIES) this.log = this.log.slice(-MOST_ENTRIES / 2)
    this.onChange()
  }
}
