/** `POST /api/pupils/<id>/let-in`: lets one pupil in whom wrong pictures hold up, for a quarter of an hour. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { LetPupilIn } from '#shared/api/classes'
import { appAuth } from '../../../accounts/sign-in/app-sign-in.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { letPupilIn } from '../../../classes/letting-in.ts'
import { placeOf } from '../../../classes/joining.ts'
import { addressOf } from '../../../edge/request/address.ts'

export default defineEventHandler(async (event): Promise<LetPupilIn> => {
  const { staff, db } = await requireStaff(event)
  const { secret } = await appAuth()
  return letPupilIn(db, staff, getRouterParam(event, 'id') ?? '', placeOf({ secret, address: addressOf(event) }))
})
