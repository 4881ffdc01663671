/**
 * A bounded line in front of something that only so many may use at once. Whoever asks is served in turn with all others who ask,
 * however many each of them asks for, so that one who asks for very much holds up themselves alone.
 */

/** There is no room to wait. */
export class LineFullError extends Error {
  constructor() {
    super('Too many are waiting.')
    this.name = 'LineFullError'
  }
}

export interface LineLimits {
  /** How many are served at once. */
  readonly places: number
  /** How many may wait, all together and from one client. */
  readonly waiting: number
  readonly waitingOfOne: number
}

interface Waiting {
  readonly begin: () => void
}

export class Line {
  private readonly limits: LineLimits
  private taken = 0
  /** Those who wait, by client; the client who is served next comes first. */
  private readonly waiting = new Map<string, Waiting[]>()

  constructor(limits: LineLimits) {
    this.limits = limits
  }

  get length(): number {
    return [...this.waiting.values()].reduce((sum, { length }) => sum + length, 0)
  }

  /**
   * Waits for a place.
   * @param client who asks, for example by address
   * @param isGoingOn something that has begun goes on even where the line is full
   * @returns what gives the place back; calling it again does nothing
   * @throws {LineFullError} at once; the signal's reason when it is aborted while waiting
   */
  async enter(client: string, { signal, isGoingOn = false }: { signal?: AbortSignal, isGoingOn?: boolean } = {}): Promise<() => void> {
    signal?.throwIfAborted()
    if (this.taken < this.limits.places) return this.take()
    const own = this.waiting.get(client) ?? []
    if (!isGoingOn && (own.length >= this.limits.waitingOfOne || this.length >= this.limits.waiting)) throw new LineFullError()
    return new Promise((resolve, reject) => {
      const entry: Waiting = {
        begin: () => {
          signal?.removeEventListener('abort', leave)
          resolve(this.take())
        },
      }
      const leave = () => {
        const left = (this.waiting.get(client) ?? []).filter(other => other !== entry)
        if (left.length > 0) this.waiting.set(client, left)
        else this.waiting.delete(client)
        reject(signal?.reason)
      }
      signal?.addEventListener('abort', leave, { once: true })
      this.waiting.set(client, [...own, entry])
    })
  }

  private take(): () => void {
    this.taken += 1
    let isBack = false
    return () => {
      if (isBack) return
      isBack = true
      this.taken -= 1
      this.next()
    }
  }

  private next(): void {
    const [first] = this.waiting
    if (!first) return
    const [client, [entry, ...rest]] = first
    // Behind all the others, with what they still wait for.
    this.waiting.delete(client)
    if (rest.length > 0) this.waiting.set(client, rest)
    entry?.begin()
  }
}
