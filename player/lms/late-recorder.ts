/**
 * A package's recorder until the one that writes has come (record.js, which is asked for once the first script runs). It says the first
 * word to the LMS: is there one, and does it hold an attempt? Where it does not, the opening can be used at once. What happens meanwhile is
 * told to the other in the same order.
 */
import type { Attempt } from '#shared/attempt/attempt'
import type { Resumed, Saving } from '#shared/attempt/recorder'
import type { FindSession } from './find-session'
import type { PlayerWindow, ScormRecorder, ScormRecorderOptions } from './scorm-recorder'
import type { ScormSession } from './scorm-session'

/** The same in both versions of SCORM. */
const SUSPEND_DATA = 'cmi.suspend_data'

/** From then on what waits is not called saved any more. Milliseconds. */
const SAVED_SOON = 3_000

export class LateRecorder implements ScormRecorder {
  /** The LMS holds an attempt that is gone on from: nothing is shown until it is here that would have to go again. */
  holdsAttempt = false
  private readonly host: PlayerWindow
  private readonly find: FindSession
  private session: ScormSession | null = null
  private writer: ScormRecorder | undefined
  private latest: Attempt | undefined
  private readonly waiting: ((writer: ScormRecorder) => void)[] = []
  private listener: (saving: Saving) => void = () => {}
  private patience: ReturnType<typeof setTimeout> | undefined
  private readonly onLate: NonNullable<ScormRecorderOptions['onLate']>
  private readonly found: Promise<Resumed>
  private tell: (found: Resumed) => void = () => {}

  /** @param onLate see `ScormRecorderOptions` */
  constructor(host: PlayerWindow, find: FindSession, onLate: LateRecorder['onLate']) {
    this.host = host
    this.find = find
    this.onLate = onLate
    this.found = new Promise(resolve => this.tell = resolve)
  }

  /** The first word, before the player takes over the page. */
  meet(): void {
    this.session = this.find()
    this.holdsAttempt = this.session?.open() === true && this.session.get(SUSPEND_DATA) !== ''
    if (!this.holdsAttempt) this.tell({ kind: 'fresh' })
    this.host.addEventListener('pagehide', () => this.writer ?? this.session?.close())
  }

  /** Hands over. @param writerFor makes it; the session that is open is the first that it finds */
  async take(writerFor: (findSession: FindSession) => ScormRecorder): Promise<void> {
    const writer = writerFor(() => this.session ??= this.find())
    const found = await writer.resume()
    this.writer = writer
    clearTimeout(this.patience)
    writer.onSaving(this.listener)
    this.tell(found)
    // An LMS that did not give it at first.
    const isLate = !this.holdsAttempt && (found.kind === 'resume' || (found.kind === 'fresh' && found.reason !== undefined))
    if (isLate) this.onLate(found)
    else if (this.latest) writer.record(this.latest)
    this.waiting.forEach(tell => tell(writer))
  }

  get passMark(): number | null | undefined {
    return this.writer?.passMark
  }

  get preferences(): string {
    return this.writer?.preferences ?? ''
  }

  resume(): Promise<Resumed> {
    return this.found
  }

  async takeOver(): Promise<Attempt | null> {
    return await this.writer?.takeOver() ?? null
  }

  /** Where an attempt is gone on from, nothing before it counts. */
  record(attempt: Attempt): void {
    if (this.writer) this.writer.record(attempt)
    else if (!this.holdsAttempt) {
      this.latest = attempt
      this.patience ??= setTimeout(() => this.listener('retrying'), SAVED_SOON)
    }
  }

  finish(attempt: Attempt): void {
    if (!this.writer) this.listener('checking')
    this.then(writer => writer.finish(attempt))
  }

  stop(attempt: Attempt): void {
    this.then(writer => writer.stop?.(attempt))
  }

  clear(): void {}

  saveAgain(): void {
    this.writer?.saveAgain()
  }

  keepPreferences(text: string): void {
    this.then(writer => writer.keepPreferences(text))
  }

  onSaving(listener: (saving: Saving) => void): void {
    this.listener = listener
    if (this.writer) this.writer.onSaving(listener)
    else listener('saved')
  }

  inspect() {
    return this.writer?.inspect() ?? this.session?.inspect() ?? null
  }

  private then(tell: (writer: ScormRecorder) => void): void {
    if (this.writer) tell(this.writer)
    else this.waiting.push(tell)
  }
}
