/** What a whole room sees of a board that it watches: as somebody works, never by jumps that nobody who works makes. Pure. */
import type { Board, Progress } from '#shared/api/assignments'

/** Milliseconds for which a lesson that was done at once is shown as being done; which of them is left to chance. */
const LEAST = 60_000
const MOST = 240_000

interface Seen {
  readonly progress: Progress
  /** Until then it is shown as being in the lesson. */
  readonly until: number
}

/** Where a tab remembers it, so that a page that is loaded anew does not jump: ids, and no name. */
type Memory = Pick<Storage, 'getItem' | 'setItem'>

function remembered(text: string | null): Map<string, Seen> {
  try {
    return new Map(JSON.parse(text ?? '[]') as [string, Seen][])
  }
  catch {
    return new Map()
  }
}

/**
 * Whoever is excused while a room watches would go from not started to finished at once, or back. Here a chip goes by way of "in the
 * lesson" for a while, and never back.
 * @param key below which `memory` has what the room of this class was shown
 * @returns what makes a board calm; it remembers what was seen of each pupil and lesson
 */
export function watchedByRoom(key: string, memory: Memory, chance: () => number = Math.random) {
  const seen = remembered(memory.getItem(key))
  const ranks: readonly Progress[] = ['not-started', 'started', 'finished']

  function calm(key: string, progress: Progress, now: number): Progress {
    const before = seen.get(key)
    const next: Seen = before === undefined
      ? { progress, until: 0 }
      : before.progress === 'not-started' && progress === 'finished'
        ? { progress: 'started', until: now + LEAST + chance() * (MOST - LEAST) }
        : ranks.indexOf(progress) < ranks.indexOf(before.progress) || now < before.until ? before : { progress, until: 0 }
    seen.set(key, next)
    return next.progress
  }

  /** @param board as the room may see it; @param now in milliseconds */
  return <Shown extends Pick<Board, 'pupils'> & { readonly assignments: readonly { readonly id: string }[] }>(board: Shown, now: number): Shown => {
    const pupils = board.pupils.map(pupil => ({
      ...pupil,
      cells: pupil.cells.map((cell, place) => ({ ...cell, progress: calm(`${board.assignments[place]?.id} ${pupil.id}`, cell.progress, now) })),
    }))
    memory.setItem(key, JSON.stringify([...seen]))
    return { ...board, pupils }
  }
}
