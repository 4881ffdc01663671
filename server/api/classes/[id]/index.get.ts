/** `GET /api/classes/<id>`: a class with its pupils, the staff who have it, and the days on which its school is shut. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { ClassInFull } from '#shared/api/classes'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { today } from '../../../assignments/assignments.ts'
import { holidaysOf } from '../../../assignments/calendar.ts'
import { readClass } from '../../../classes/classes.ts'

export default defineEventHandler(async (event): Promise<ClassInFull> => {
  const { staff, db } = await requireStaff(event)
  const one = await readClass(db, staff, getRouterParam(event, 'id') ?? '')
  const day = today()
  return { ...one, holidays: (await holidaysOf(db, staff.schoolId)).filter(({ to }) => to >= day) }
})
