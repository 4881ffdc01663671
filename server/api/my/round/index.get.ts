/** `GET /api/my/round`: the question that the pupil's class answers together just now. */
import { defineEventHandler } from 'h3'
import type { PupilRoundAnswer } from '#shared/api/rounds'
import { requirePupil } from '../../../edge/people/pupil-cookie.ts'
import { rounds } from '../../../insight/rounds.ts'

export default defineEventHandler(async (event): Promise<PupilRoundAnswer> => {
  const { pupil } = await requirePupil(event)
  return { round: rounds.forPupil(pupil.classId, pupil.id), hasBoardGone: rounds.hasBoardGone(pupil.classId) }
})
