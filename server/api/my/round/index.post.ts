/** `POST /api/my/round`: the pupil answers with their class, or passes. */
import { defineEventHandler } from 'h3'
import { roundAnswerBody, type PupilRoundAnswer } from '#shared/api/rounds'
import { requirePupil } from '../../../edge/people/pupil-cookie.ts'
import { readInput } from '../../../edge/request/input.ts'
import { rounds } from '../../../insight/rounds.ts'

export default defineEventHandler(async (event): Promise<PupilRoundAnswer> => {
  const { pupil } = await requirePupil(event)
  const round = rounds.answer(pupil.classId, pupil.id, await readInput(event, roundAnswerBody))
  return { round, hasBoardGone: rounds.hasBoardGone(pupil.classId) }
})
