/**
 * What a pupil in a class has chosen in the quiz, kept in this tab alone, so that a reload goes on with it: the server tells what
 * is done, and never what was chosen. One pupil and one lesson at a time, without a name; it counts for half an hour, as a
 * session does, and goes with the tab and at sign-out.
 */

const KEY = 'whos-there:own-answers'
/** Milliseconds. */
const KEPT = 30 * 60_000

export interface OwnAnswers {
  /** @returns packed answers by screen; nothing where another pupil, or another lesson, was here last */
  of(pupilId: string, assignmentId: string): Readonly<Record<string, string>>
  keep(pupilId: string, assignmentId: string, answers: Readonly<Record<string, string>>): void
}

type Kept = { readonly pupilId: unknown, readonly assignmentId: unknown, readonly at: unknown, readonly answers: unknown }

function read(text: string | null): Kept | null {
  try {
    const data: unknown = JSON.parse(text ?? '')
    return typeof data === 'object' && data !== null
      ? { pupilId: undefined, assignmentId: undefined, at: undefined, answers: undefined, ...data }
      : null
  }
  catch {
    return null
  }
}

const isText = (entry: [string, unknown]): entry is [string, string] => typeof entry[1] === 'string'

/** @param storage of this tab; undefined where the browser gives none: then nothing is kept */
export function ownAnswers(storage: Pick<Storage, 'getItem' | 'setItem'> | undefined, now: () => number = () => Date.now()): OwnAnswers {
  return {
    of(pupilId, assignmentId) {
      const kept = read(storage?.getItem(KEY) ?? null)
      if (!kept || kept.pupilId !== pupilId || kept.assignmentId !== assignmentId) return {}
      if (typeof kept.at !== 'number' || Math.abs(now() - kept.at) > KEPT || typeof kept.answers !== 'object' || kept.answers === null)
        return {}
      return Object.fromEntries(Object.entries(kept.answers).filter(isText))
    },
    keep(pupilId, assignmentId, answers) {
      try {
        storage?.setItem(KEY, JSON.stringify({ pupilId, assignmentId, at: now(), answers }))
      }
      catch {
        // Full: a reload then shows these questions as done, and no more.
      }
    },
  }
}

/** @returns the storage of this tab, where the browser gives one */
export function tabStorage(): Storage | undefined {
  try {
    return window.sessionStorage
  }
  catch {
    return undefined
  }
}

/** Lets go of what was chosen in this tab: somebody else sits down. */
export function forgetOwnAnswers(): void {
  tabStorage()?.removeItem(KEY)
}
