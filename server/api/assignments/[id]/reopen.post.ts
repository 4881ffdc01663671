/** `POST /api/assignments/<id>/reopen`: undoes closing, while what is deleted then is still there. */
import { defineEventHandler, getRouterParam, setResponseStatus } from 'h3'
import { requireTeacher } from '../../../edge/people/require-teacher.ts'
import { reopenAssignment } from '../../../assignments/closing.ts'

export default defineEventHandler(async (event): Promise<void> => {
  const { teacher, db } = await requireTeacher(event)
  const id = getRouterParam(event, 'id') ?? ''
  await reopenAssignment(db, teacher, id)
  setResponseStatus(event, 204)
})
