/** The board as a whole room may see it. Pure: the server answers so, and a page that is turned to the room does not wait for that. */
import type { Board, BoardCell } from '#shared/api/assignments'

/**
 * @returns the board as a whole room may see it: whoever is excused, or not in the group that the work is for, looks as if they had
 * finished, in counts too; nobody is named who has trouble to come in, and nobody who catches up or has a second go; no totals
 */
export function forRoom<Shown extends Pick<Board, 'trouble' | 'letInUntil' | 'pupils'>>(board: Shown): Shown {
  const hasTrouble = board.trouble.isHeldUp || board.trouble.tried.length > 0
  return {
    ...board,
    trouble: { tried: [], isHeldUp: hasTrouble },
    letInUntil: null,
    pupils: board.pupils.map(pupil => ({
      ...pupil,
      cells: pupil.cells.map(({ progress }): BoardCell => ({
        progress: progress === 'excused' || progress === 'not-theirs' ? 'finished' : progress,
        isCatchingUp: false,
        hasSecondGo: false,
        points: null,
        max: null,
      })),
    })),
  }
}
