/**
 * What has been done in this tab and the device's database has not written down yet. The database takes its time (a second on an
 * old device, while much is pressed), and a page that is loaded anew takes along what was on its way; the tab's storage has it at
 * once. It goes from here as soon as the database has it.
 */
import type { Entry } from './waiting'

const PREFIX = 'whos-there:waiting:'

export interface WrittenAhead {
  add(entry: Entry): void
  remove(keys: readonly string[]): void
  /** @returns what an earlier page of this tab could not bring into the database, in any order */
  left(): Entry[]
}

type Tab = Pick<Storage, 'getItem' | 'setItem' | 'removeItem' | 'key' | 'length'>

/** @returns the entry; null for what is none of ours, or was cut off */
function readEntry(text: string | null): Entry | null {
  try {
    const data = JSON.parse(text ?? '') as Partial<Record<keyof Entry, unknown>> | null
    const isEntry = typeof data?.key === 'string' && typeof data.pupilId === 'string' && typeof data.assignmentId === 'string'
      && typeof data.waiting === 'object' && data.waiting !== null
    return isEntry ? data as Entry : null
  }
  catch {
    return null
  }
}

/** @param tab its storage; undefined where the browser gives none: then a page loaded anew finds what the database has */
export function writtenAhead(tab: Tab | undefined): WrittenAhead {
  return {
    add(entry) {
      try {
        tab?.setItem(PREFIX + entry.key, JSON.stringify(entry))
      }
      catch {
        // Full: the database is asked to keep it all the same.
      }
    },
    remove: keys => keys.forEach(key => tab?.removeItem(PREFIX + key)),
    left: () => Array.from({ length: tab?.length ?? 0 }, (_, place) => tab?.key(place) ?? '')
      .filter(key => key.startsWith(PREFIX))
      .flatMap(key => readEntry(tab?.getItem(key) ?? null) ?? []),
  }
}
