/** `POST /api/assignments/<id>/second-go` with `{ pupilId? }`: whoever has finished may do it once more. What they had stays theirs. */
import { defineEventHandler, getRouterParam } from 'h3'
import { type SecondGoes, secondGoBody } from '#shared/api/assignments'
import { requireTeacher } from '../../../../edge/people/require-teacher.ts'
import { giveSecondGo } from '../../../../assignments/second-go.ts'
import { readInput } from '../../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<SecondGoes> => {
  const { teacher, db } = await requireTeacher(event)
  const id = getRouterParam(event, 'id') ?? ''
  const { pupilId } = await readInput(event, secondGoBody)
  const given = await giveSecondGo(db, teacher, id, pupilId)
  return { given }
})
