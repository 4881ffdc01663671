/**
 * A copy of what could not be saved, in this tab alone, for a reload that finds the LMS well again.
 * A tab can be used by the next pupil. So a copy is only taken where the LMS gives back the very attempt that it goes on from:
 * its save counter begins at a random number (see lms-record.ts) and has to lie between the copy's own two. It goes once
 * something is saved, and after half an hour.
 */
import type { Outline } from '#shared/lesson/outline'
import { decodeAttempt, type Decoded } from '#shared/attempt/suspend-data'

type Kept = Extract<Decoded, { kind: 'attempt' }>

export interface TabCopy {
  /**
   * @param text the attempt as it would be saved; @param from the save counter of what the LMS is known to hold. @returns whether
   * it is kept
   */
  keep(text: string, from: number): boolean
  /** @returns what goes on from the attempt that the LMS gave, or null; a copy that does not is cleared */
  goingOnFrom(given: Kept, outline: Outline): Kept | null
  clear(): void
}

/** As a class's session: whoever is away longer may be somebody else when they are back. Milliseconds. */
const KEPT_FOR = 30 * 60_000

/** Counters below this come from packages that counted from nought, where two pupils' may be alike. */
export const LEAST_TELLING = 1_000_000

interface Host {
  readonly sessionStorage?: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>
  readonly location?: Pick<Location, 'pathname'>
}

export function tabCopy(host: Host, now: () => number): TabCopy {
  const key = `whos-there:${host.location?.pathname ?? ''}`
  /** Storage that is forbidden throws already when it is named. */
  function withStorage<Result>(use: (storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>) => Result): Result | null {
    try {
      return host.sessionStorage ? use(host.sessionStorage) : null
    }
    catch {
      return null
    }
  }
  const clear = () => void withStorage(storage => storage.removeItem(key))
  return {
    clear,
    keep(text, from) {
      return from >= LEAST_TELLING && withStorage(storage => storage.setItem(key, `${now()} ${from} ${text}`) ?? true) === true
    },
    goingOnFrom(given, outline) {
      const [, at, from, text] = /^(\d{1,15}) (\d{1,9}) (.+)$/.exec(withStorage(storage => storage.getItem(key)) ?? '') ?? []
      const kept = decodeAttempt(outline, text)
      const age = now() - Number(at)
      const isNext = kept.kind === 'attempt' && given.saves >= Math.max(Number(from), LEAST_TELLING) && given.saves <= kept.saves
      if (isNext && age >= 0 && age <= KEPT_FOR) return kept
      clear()
      return null
    },
  }
}
