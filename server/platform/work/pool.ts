/**
 * Worker threads for what costs processor time, so that the thread which answers requests never does it.
 * A worker that crashes or takes too long is replaced; whoever asked gets an error, never silence.
 */
import { availableParallelism } from 'node:os'
import { Piscina } from 'piscina'
import { Line, LineFullError } from './line.ts'

/** Work that could not be done: `busy` before it began, the others after. */
export class WorkError extends Error {
  readonly reason: 'busy' | 'too-long' | 'crashed'

  constructor(reason: WorkError['reason'], cause?: unknown) {
    super(`The work was not done: ${reason}.`, { cause })
    this.name = 'WorkError'
    this.reason = reason
  }
}

export interface PoolSettings {
  /** @returns the worker's script, asked for when the first worker starts. Its default export takes a task and gives its result. */
  readonly script: () => string
  readonly threads: number
  /** Milliseconds that a task may take once it has begun. */
  readonly limit: number
  readonly waiting?: number
  readonly waitingOfOne?: number
}

/** Some hundred kilobytes each. */
const WAITING = 128
const WAITING_OF_ONE = 48
/** A worker that nobody needs gives its memory back. Milliseconds. */
const IDLE = 5 * 60_000
/** What a worker may use before it counts as gone wrong; a whole course with a self-check needs a tenth of it. */
const MOST_MEMORY_MB = 512
/** Once the server is to stop, nothing is waited for longer. Milliseconds. */
const LIMIT_AT_END = 5_000

/** @returns how many workers fit a machine: all its cores but one, and at least one */
export const threadsFor = (cores = availableParallelism()) => Math.max(1, cores - 1)

export interface Asking {
  /** Who asks; all are served in turn. */
  readonly client: string
  /** Aborted when nobody waits for the result any more: the task leaves the line, or its worker is replaced. */
  readonly signal?: AbortSignal
  /** A further part of something that has begun. */
  readonly isGoingOn?: boolean
}

export class WorkPool {
  private readonly line: Line
  private readonly settings: PoolSettings
  private piscina: Piscina | undefined
  private readonly running = new Set<AbortController>()
  private isEnding = false

  constructor(settings: PoolSettings) {
    this.settings = settings
    this.line = new Line({
      places: settings.threads,
      waiting: settings.waiting ?? WAITING,
      waitingOfOne: settings.waitingOfOne ?? WAITING_OF_ONE,
    })
  }

  /**
   * @returns the worker's result
   * @throws {WorkError} where it cannot be done; the signal's reason where nobody waits any more
   */
  async run<Result>(task: object, { client, signal, isGoingOn }: Asking): Promise<Result> {
    const leave = await this.line.enter(client, { signal, isGoingOn }).catch((error: unknown) => {
      throw error instanceof LineFullError ? new WorkError('busy', error) : error
    })
    const stop = new AbortController()
    const onAbort = () => stop.abort()
    signal?.addEventListener('abort', onAbort, { once: true })
    const timer = setTimeout(onAbort, this.isEnding ? LIMIT_AT_END : this.settings.limit)
    this.running.add(stop)
    try {
      return await this.threads().run(task, { signal: stop.signal }) as Result
    }
    catch (error) {
      signal?.throwIfAborted()
      throw new WorkError(stop.signal.aborted ? 'too-long' : 'crashed', error)
    }
    finally {
      clearTimeout(timer)
      signal?.removeEventListener('abort', onAbort)
      this.running.delete(stop)
      leave()
    }
  }

  /** The server is to stop: what is under way may be finished, but nothing holds it up for long. */
  hurry(): void {
    this.isEnding = true
    const late = [...this.running]
    setTimeout(() => late.forEach(stop => stop.abort()), LIMIT_AT_END).unref()
  }

  /** Ends every worker, busy or not. */
  async close(): Promise<void> {
    await this.piscina?.destroy()
    this.piscina = undefined
  }

  /** Workers start when they are first needed. */
  private threads(): Piscina {
    if (this.piscina) return this.piscina
    this.piscina = new Piscina({
      filename: this.settings.script(),
      minThreads: 0,
      maxThreads: this.settings.threads,
      idleTimeout: IDLE,
      // A worker may have workers of its own (the schema validator), which speak to it between two tasks.
      atomics: 'disabled',
      resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB },
    })
    // A worker that ends between two tasks is replaced at the next; the task that it had is told by `run`.
    this.piscina.on('error', () => {})
    return this.piscina
  }
}
