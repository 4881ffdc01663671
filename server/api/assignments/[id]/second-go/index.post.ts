/** `POST /api/assignments/<id>/second-go` with `{ pupilId? }`: whoever has finished may do it once more. What they had stays theirs. */
import { defineEventHandler, getRouterParam } from 'h3'
import { type SecondGoes, secondGoBody } from '#shared/api/assignments'
import { requireStaff } from '../../../../edge/people/require-staff.ts'
import { giveSecondGo } from '../../../../assignments/second-go.ts'
import { audit } from '../../../../platform/security/audit.ts'
import { readInput } from '../../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<SecondGoes> => {
  const { staff, db } = await requireStaff(event)
  const id = getRouterParam(event, 'id') ?? ''
  const { pupilId } = await readInput(event, secondGoBody)
  const given = await giveSecondGo(db, staff, id, pupilId)
  await audit(db, staff, 'assignment.second-go', id)
  return { given }
})
