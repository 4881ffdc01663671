/** `POST /api/classes/<id>/pupils` with `{ names }`: adds pupils, all or none. The answer has their pictures, which are told this once. */
import { defineEventHandler, getRouterParam } from 'h3'
import { newPupilsBody, type PupilPictures } from '#shared/api/classes'
import { appAuth } from '../../../accounts/sign-in/app-sign-in.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { addPupils } from '../../../classes/pupils.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<PupilPictures[]> => {
  const { staff, db } = await requireStaff(event)
  const { names } = await readInput(event, newPupilsBody)
  const { secret } = await appAuth()
  return addPupils(db, staff, secret, getRouterParam(event, 'id') ?? '', names)
})
