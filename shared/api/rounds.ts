/**
 * A class answers a question of the quiz together, each on a device of their own. What is said is in the server's memory while it
 * lasts, counted by the module that decides what may be shown, and gone at the end.
 */
import { z } from 'zod'
import { id } from '#shared/api/fields'
import type { WordName } from '#shared/api/insight'

/** `POST /api/classes/<id>/round`: begins with a question of a lesson's quiz, in the place of one that is on */
export const newRoundBody = z.strictObject({ lesson: id, screen: id, item: id, locale: z.string().max(20) })

/** `POST /api/my/round`: an option, or "-" to pass; another one takes its place until the answer is shown */
export const roundAnswerBody = z.strictObject({ round: id, option: z.string().max(64) })

/** `POST /api/classes/<id>/round/show`: the board's own round; where another board has begun one since, that stays as it is */
export const showRoundBody = z.strictObject({ round: id })

/**
 * `DELETE /api/classes/<id>/round`: the board's own round, at once; or where the board is going, soon, unless a board asks for it
 * again, as one does that is only loaded anew
 */
export const endRoundQuery = z.object({ round: id, when: z.enum(['now', 'soon']).default('now') })

/** As the teacher's board shows it; never who. */
export interface BoardRound {
  readonly id: string
  readonly lesson: string
  readonly item: string
  /** How many have answered, passes among them. */
  readonly answered: number
  readonly isShown: boolean
  /** In the lesson's order, once it is shown; no words where they are held back. */
  readonly options: readonly { readonly id: string, readonly text: string, readonly isRight: boolean, readonly word: WordName | null }[]
}

/**
 * `GET /api/classes/<id>/round`, `POST /api/classes/<id>/round` and `POST /api/classes/<id>/round/show`;
 * `DELETE /api/classes/<id>/round` forgets it
 */
export interface BoardRoundAnswer {
  /** Null where none is on. */
  readonly round: BoardRound | null
}

/** As a pupil of the class sees it. */
export interface PupilRound {
  readonly id: string
  readonly locale: string
  readonly vignette: string
  readonly question: string
  readonly options: readonly { readonly id: string, readonly text: string }[]
  /** They have said something, or passed. What, only the page knows that they pressed it on: whoever has their pictures could ask. */
  readonly hasAnswered: boolean
  /** Once it is shown: what is right, and why. */
  readonly right: { readonly id: string, readonly feedback: string } | null
}

/** `GET /api/my/round` and `POST /api/my/round` */
export interface PupilRoundAnswer {
  /** Null where none is on. */
  readonly round: PupilRound | null
  /** None is on because the board went away a while ago, and nobody ended it. */
  readonly hasBoardGone: boolean
}
