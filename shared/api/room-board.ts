/** The board as a whole room may see it. Pure: the server answers so, and a page that is turned to the room does not wait for that. */
import type { Board, BoardCell, Progress } from '#shared/api/assignments'
import { seededRandom } from '#shared/attempt/random'

type Seen = Pick<Board, 'trouble' | 'letInUntil' | 'pupils'> & { readonly assignments: readonly { readonly id: string }[] }

const isLeftOut = (progress: Progress) => progress === 'excused' || progress === 'not-theirs'

/** FNV-1a. @returns a number that follows from a text and from nothing else */
const numberOf = (text: string) => [...text].reduce((sum, sign) => Math.imul(sum ^ (sign.codePointAt(0) ?? 0), 0x01000193), 0x811C9DC5)

/**
 * Who has nothing to do looks like one of those who work: in the lesson once some of them are, done once some of them are; how many
 * differs from pupil to pupil, and stays so when the page is loaded anew. Done from the first minute they would stand out, and who
 * is among the last half would seem to be waited for.
 * @param others where those stand who work at it; @param key of the pupil and the lesson
 */
function asOneOf(others: readonly Progress[], key: string): Progress {
  if (others.length === 0) return 'finished'
  const random = seededRandom(numberOf(key))
  const soon = () => 1 + Math.floor(random() * Math.ceil(others.length / 2))
  const done = others.filter(progress => progress === 'finished').length
  const begun = others.filter(progress => progress !== 'not-started').length
  return done >= soon() ? 'finished' : begun >= soon() ? 'started' : 'not-started'
}

/**
 * @returns the board as a whole room may see it: whoever is excused, or not in the group that the work is for, looks like those who
 * work, in counts too; nobody is named who has trouble to come in, and nobody who catches up or has a second go; no totals
 */
export function forRoom<Shown extends Seen>(board: Shown): Shown {
  const hasTrouble = board.trouble.isHeldUp || board.trouble.tried.length > 0
  const atWork = board.assignments.map((_, place) =>
    board.pupils.flatMap(({ cells }) => cells[place] && !isLeftOut(cells[place].progress) ? [cells[place].progress] : []))
  return {
    ...board,
    trouble: { tried: [], isHeldUp: hasTrouble },
    letInUntil: null,
    pupils: board.pupils.map(pupil => ({
      ...pupil,
      cells: pupil.cells.map(({ progress }, place): BoardCell => ({
        progress: isLeftOut(progress) ? asOneOf(atWork[place] ?? [], `${board.assignments[place]?.id} ${pupil.id}`) : progress,
        isCatchingUp: false,
        hasSecondGo: false,
        points: null,
        max: null,
      })),
    })),
  }
}
