/** `POST /api/classes/<id>/pictures` with `{ pupilIds }`: new pictures, told this once. */
import { defineEventHandler, getRouterParam } from 'h3'
import { type PupilPictures, somePupilsBody } from '#shared/api/classes'
import { appAuth } from '../../../accounts/sign-in/app-sign-in.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { resetPictures } from '../../../classes/pupils.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<PupilPictures[]> => {
  const { staff, db } = await requireStaff(event)
  const { pupilIds } = await readInput(event, somePupilsBody)
  const { secret } = await appAuth()
  return resetPictures(db, staff, secret, getRouterParam(event, 'id') ?? '', pupilIds)
})
