/**
 * What comes in while others are under way is done with the next of it, all at once: the more there is to do, the less each costs.
 */
import { troubleOf } from '../failure.ts'

interface Waiting<Item, Result> {
  readonly item: Item
  readonly resolve: (result: Result) => void
  readonly reject: (reason: unknown) => void
}

export class Gathered<Item, Result> {
  readonly #together: (items: readonly Item[]) => Promise<readonly Result[]>
  readonly #most: number
  #waiting: Waiting<Item, Result>[] = []
  #underWay = 0

  /**
   * @param together does several at once, and returns what comes of each in their order. Where it fails, all of it must be undone:
   * each is then done by itself, so that one that cannot be done takes nobody else along
   * @param most groups that are under way at the same time
   */
  constructor(together: (items: readonly Item[]) => Promise<readonly Result[]>, most: number) {
    this.#together = together
    this.#most = most
  }

  /** @returns what comes of it, as soon as it is done; @throws why this one could not be done */
  add(item: Item): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject })
      // After everything that has arrived by now has been read.
      if (this.#waiting.length === 1) setImmediate(() => void this.#run())
    })
  }

  /** Group after group, unless enough are on their way: the one that ends first takes along what waits. */
  async #run(): Promise<void> {
    if (this.#underWay >= this.#most) return
    this.#underWay++
    while (this.#waiting.length > 0) await this.#do(this.#waiting.splice(0))
    this.#underWay--
  }

  async #do(group: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await this.#together(group.map(({ item }) => item))
      if (results.length !== group.length) throw new Error('not everybody was given a result')
      group.forEach(({ resolve }, index) => resolve(results[index] as Result))
    }
    catch (error) {
      // A database that is away is so for each of them; to ask it again for one after the other would hold up all who come after.
      if (group.length === 1 || troubleOf(error) === 'away') return group.forEach(({ reject }) => reject(error))
      for (const waiting of group) await this.#do([waiting])
    }
  }
}
