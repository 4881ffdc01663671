/** `POST /api/assignments`: gives a class lessons to do. */
import { defineEventHandler, setResponseStatus } from 'h3'
import { z } from 'zod'
import { day, id } from '#shared/api/fields'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { ensureChosenLessons } from '../../content/assigned-lesson.ts'
import { assign } from '../../assignments/assignments.ts'
import { audit } from '../../platform/security/audit.ts'
import { readInput } from '../../edge/request/input.ts'

const Body = z.strictObject({
  classId: id,
  lessonIds: z.array(id).min(1, 'choose at least one lesson').max(12),
  opensOn: day,
  weekly: z.boolean(),
  dueAfter: z.int().min(0).max(60).nullable(),
  boosterWeeks: z.int().min(6).max(8).nullable(),
  again: z.array(id).max(12).default([]),
})

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const wanted = await readInput(event, Body)
  await ensureChosenLessons(wanted.lessonIds)
  const made = await assign(db, staff, wanted)
  if (made > 0) await audit(db, staff, 'assignment.make', wanted.classId)
  setResponseStatus(event, made > 0 ? 201 : 200)
  return { made }
})
