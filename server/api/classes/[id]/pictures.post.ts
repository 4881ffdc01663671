/** `POST /api/classes/<id>/pictures` with `{ pupilIds }`: new pictures, told this once. */
import { defineEventHandler, getRouterParam } from 'h3'
import { appAuth } from '../../../accounts/app-sign-in.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { SomePupils } from '../../../classes/class-input.ts'
import { resetPictures } from '../../../classes/pupils.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { pupilIds } = await readInput(event, SomePupils)
  const { secret } = await appAuth()
  return resetPictures(db, staff, secret, getRouterParam(event, 'id') ?? '', pupilIds)
})
