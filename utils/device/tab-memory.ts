/**
 * What a tab remembers of the lesson that is open in it, so that a reload without a network goes on: the lesson itself and where
 * its pupil is. In this tab only, without a name, for half an hour in which nothing is done; gone when the lesson ends, and when
 * its pupil signs out.
 */

const PAGE = 'whos-there:lesson'
const PLACE = 'whos-there:lesson-place'

/** As long as a pupil's session. Milliseconds. */
export const TAB_KEEPS = 30 * 60_000

/** The parts of the browser that this uses; tests bring their own. */
export interface Tab {
  /** Throws where storage is forbidden. */
  readonly storage: () => Storage
  readonly now: () => number
  /** What another build of the app has kept may have another shape. */
  readonly build: string
}

export interface TabMemory {
  /** Remembers what a page was given. @param address of the page, without the base path */
  keep(address: string, page: object): void
  /** Remembers where the pupil is now (`encodeAttempt`), and that something was done. */
  place(state: string): void
  /** @returns what was given to this very page, and the place; null where there is none, or it has lain for too long */
  kept(address: string): { readonly page: object, readonly state: string | null } | null
  forget(): void
}

export function tabMemory({ storage, now, build }: Tab): TabMemory {
  const withStorage = <T>(use: (storage: Storage) => T, otherwise: T): T => {
    try {
      return use(storage())
    }
    catch {
      // Forbidden or full: a reload needs the network.
      return otherwise
    }
  }
  const forget = () => withStorage((kept) => {
    kept.removeItem(PAGE)
    kept.removeItem(PLACE)
  }, undefined)
  const write = (kept: Storage, state: string | null) => kept.setItem(PLACE, JSON.stringify({ at: now(), state }))

  return {
    forget,
    keep: (address, page) => {
      forget()
      withStorage((kept) => {
        kept.setItem(PAGE, JSON.stringify({ address, build, page }))
        write(kept, null)
      }, undefined)
    },
    place: state => withStorage(kept => kept.getItem(PAGE) === null ? undefined : write(kept, state), undefined),
    kept: address => withStorage((kept) => {
      const found = JSON.parse(kept.getItem(PAGE) ?? 'null') as { address?: unknown, build?: unknown, page?: object } | null
      const place = JSON.parse(kept.getItem(PLACE) ?? 'null') as { at?: unknown, state?: unknown } | null
      const age = now() - Number(place?.at)
      if (found === null || !(age >= 0 && age < TAB_KEEPS) || found.build !== build) {
        forget()
        return null
      }
      if (found.address !== address || typeof found.page !== 'object') return null
      return { page: found.page, state: typeof place?.state === 'string' ? place.state : null }
    }, null),
  }
}
