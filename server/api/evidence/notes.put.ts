/** `PUT /api/evidence/notes`: what the school says that it did in a year. */
import { defineEventHandler } from 'h3'
import { evidenceNotesBody } from '#shared/api/evidence'
import type { Done } from '#shared/api/fields'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { readInput } from '../../edge/request/input.ts'
import { keepNotes } from '../../school/evidence.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const { staff, db } = await requireStaff(event, 'admin')
  await keepNotes(db, staff.schoolId, await readInput(event, evidenceNotesBody))
  return { done: true }
})
