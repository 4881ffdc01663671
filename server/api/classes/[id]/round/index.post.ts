/** `POST /api/classes/<id>/round`: a class answers a question of a quiz together. */
import { defineEventHandler, getRouterParam } from 'h3'
import { newRoundBody, type BoardRoundAnswer } from '#shared/api/rounds'
import { ensureClass } from '../../../../accounts/staff/class-access.ts'
import { quizItem } from '../../../../content/app/quiz-item.ts'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { readInput } from '../../../../edge/request/input.ts'
import { rounds } from '../../../../insight/rounds.ts'

export default defineEventHandler(async (event): Promise<BoardRoundAnswer> => {
  const { staff, db } = await requireStaff(event)
  const { id } = await ensureClass(db, staff, getRouterParam(event, 'id') ?? '')
  const { lesson, screen, item, locale } = await readInput(event, newRoundBody)
  return { round: rounds.begin(id, { lesson, ...await quizItem(lesson, screen, item, locale) }) }
})
