/** `POST /api/assignments`: gives classes and groups lessons to do, all of them or none. */
import { defineEventHandler, setResponseStatus } from 'h3'
import { type MadeAssignments, newAssignmentsBody } from '#shared/api/assignments'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { ensureChosenLessons } from '../../content/app/assigned-lesson.ts'
import { assignToSeveral } from '../../assignments/assignments.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<MadeAssignments> => {
  const { staff, db } = await requireStaff(event)
  const wanted = await readInput(event, newAssignmentsBody)
  const lessonIds = new Set([...wanted.lessonIds, ...(wanted.days ?? []).map(({ lessonId }) => lessonId)])
  await ensureChosenLessons({ ...wanted, lessonIds: [...lessonIds] })
  const made = await assignToSeveral(db, staff, wanted)
  setResponseStatus(event, made.length > 0 ? 201 : 200)
  return { made }
})
