/**
 * Results that are kept by what they were made of, as long as there is room: the same work is done once, also by several who ask
 * at the same time. What is being made is stopped only once nobody waits for it any more.
 */

interface Making<Result> {
  readonly result: Promise<Result>
  readonly stop: AbortController
  waiting: number
}

export class KeptResults<Result> {
  private readonly most: number
  private readonly sizeOf: (result: Result) => number
  /** The one that was asked for longest ago comes first. */
  private readonly kept = new Map<string, Result>()
  private readonly making = new Map<string, Making<Result>>()
  private size = 0

  /** @param most sizes that are kept, added up */
  constructor(most: number, sizeOf: (result: Result) => number) {
    this.most = most
    this.sizeOf = sizeOf
  }

  /** @returns what is kept under a key, and marks it as asked for */
  find(key: string): Result | undefined {
    const found = this.kept.get(key)
    if (found === undefined) return undefined
    this.kept.delete(key)
    this.kept.set(key, found)
    return found
  }

  /**
   * @param make its signal is aborted when nobody waits any more
   * @throws what `make` throws, which is not kept; the signal's reason when this client has gone
   */
  async get(key: string, make: (signal: AbortSignal) => Promise<Result>, signal?: AbortSignal): Promise<Result> {
    signal?.throwIfAborted()
    const found = this.find(key)
    if (found !== undefined) return found
    const making = this.making.get(key) ?? this.begin(key, make)
    making.waiting += 1
    try {
      return await (signal ? orGone(making.result, signal) : making.result)
    }
    finally {
      making.waiting -= 1
      if (making.waiting === 0) making.stop.abort()
    }
  }

  /** Keeps a result that came otherwise. */
  put(key: string, result: Result): void {
    const before = this.kept.get(key)
    if (before !== undefined) this.drop(key, before)
    this.kept.set(key, result)
    this.size += this.sizeOf(result)
    for (const [oldest, other] of this.kept) {
      if (this.size <= this.most) return
      this.drop(oldest, other)
    }
  }

  private drop(key: string, result: Result): void {
    this.kept.delete(key)
    this.size -= this.sizeOf(result)
  }

  private begin(key: string, make: (signal: AbortSignal) => Promise<Result>): Making<Result> {
    const stop = new AbortController()
    const result = make(stop.signal)
    const making = { result, stop, waiting: 0 }
    this.making.set(key, making)
    result.then(made => this.put(key, made), () => {}).finally(() => {
      if (this.making.get(key) === making) this.making.delete(key)
    })
    // Whoever comes after it was given up begins anew.
    stop.signal.addEventListener('abort', () => this.making.get(key) === making && this.making.delete(key))
    return making
  }
}

function orGone<Result>(result: Promise<Result>, signal: AbortSignal): Promise<Result> {
  return new Promise((resolve, reject) => {
    const gone = () => reject(signal.reason)
    signal.addEventListener('abort', gone, { once: true })
    result.then(resolve, reject).finally(() => signal.removeEventListener('abort', gone))
  })
}
