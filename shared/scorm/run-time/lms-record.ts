/**
 * The outer half of the stand-in LMS, on the page around the lesson: it remembers between launches what an LMS would, keeps a log
 * of every call, and says what the next session starts with. It knows nothing of Vue, of windows or of how reports come.
 */
import type { ScormVersion } from '#shared/scorm/package-format'
import type { CallKind } from './call-names.ts'
import { nextOpening, noTime, type Kept, type Way } from './kept-state.ts'
import { noTrouble, type Call, type PageDeed, type Report, type SeenElement, type Start, type Trouble } from './report.ts'

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

/** Different deeds of a kind that are remembered of a launch, and characters of each. */
const MOST_DEEDS = 20
const LONGEST_DEED = 300

/** Elements of a launch that are shown: far more than a lesson has. */
const MOST_ELEMENTS = 5_000

/** Entries that are remembered: far more than a lesson makes, and bounded should one run wild. */
const MOST_ENTRIES = 10_000

export class LmsRecord {
  readonly version: ScormVersion
  trouble: Trouble = { ...noTrouble }
  launch: Launch | null = null
  private log: LogEntry[] = []
  private seen = new Map<string, SeenElement>()
  private looked = new Set<string>()
  private deeds = new Map<PageDeed, Set<string>>()
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

  /** @returns what the pages of this launch did of a kind, each once, in the order in which it happened */
  deedsOf(what: PageDeed): string[] {
    return [...this.deeds.get(what) ?? []]
  }

  /** @returns what is stored for a lesson of the package, undefined when nothing has been */
  kept(item: string): Kept | undefined {
    return this.store.get(item)
  }

  /**
   * Begins a launch.
   * @param given what the package's manifest has put into the data model; what is kept of an earlier launch goes before it
   * @returns what the lesson's session starts with
   */
  open(item: string, given: Readonly<Record<string, string>> = {}): Start {
    const { truncates, isReview, hasNoApi, delay, failsToSave } = this.trouble
    const kept = this.store.get(item)
    const { way, values } = nextOpening(this.version, kept, { isTruncated: truncates, isReview })
    this.launch = { number: (this.launch?.number ?? 0) + 1, item, way, session: 'unanswered' }
    this.seen = new Map()
    this.looked = new Set()
    this.deeds = new Map()
    this.line = 'up'
    this.note({ at: 0, kind: 'launch', name: way, args: [], result: '', error: '0', errorText: '' })
    const totalTime = kept?.totalTime ?? noTime(this.version)
    return { values: { ...given, ...values }, totalTime, hasNoApi, trouble: { delay, failsToSave } }
  }

  /** Takes what the lesson's session reports. After a cut only its calls are noted, as ones that never arrived. */
  take(report: Report): void {
    if (!this.launch || this.line === 'over') return
    if (report.kind === 'call') return this.note(report.call)
    if (this.line === 'cut') return
    if (report.kind === 'element' && (this.seen.size < MOST_ELEMENTS || this.seen.has(report.element.element)))
      this.seen.set(report.element.element, report.element)
    if (report.kind === 'page') this.noteDeed(report.what, report.text)
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
    this.deeds = new Map()
    this.launch = null
    this.clearLog()
  }

  clearLog(): void {
    this.log = []
    this.onChange()
  }

  private noteDeed(what: PageDeed, text: string): void {
    const known = this.deeds.get(what) ?? new Set()
    if (known.size < MOST_DEEDS) this.deeds.set(what, known.add(text.slice(0, LONGEST_DEED)))
  }

  private note(entry: Omit<LogEntry, 'number' | 'arrived'>): void {
    this.counted += 1
    this.log.push({ ...entry, number: this.counted, arrived: this.line !== 'cut' })
    if (this.log.length > MOST_ENTRIES) this.log = this.log.slice(-MOST_ENTRIES / 2)
    this.onChange()
  }
}
