/** `POST /api/classes/<id>/pictures` with `{ pupilIds }`: new pictures, told this once. */
import { defineEventHandler, getRouterParam } from 'h3'
import { appAuth } from '../../../auth/in-app.ts'
import { requireStaff } from '../../../auth/require-staff.ts'
import { SomePupils } from '../../../database/class-input.ts'
import { resetPictures } from '../../../database/pupils.ts'
import { readInput } from '../../../security/input.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { pupilIds } = await readInput(event, SomePupils)
  const { secret } = await appAuth()
  return resetPictures(db, staff, secret, getRouterParam(event, 'id') ?? '', pupilIds)
})
