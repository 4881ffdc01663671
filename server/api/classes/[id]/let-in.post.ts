/** `POST /api/classes/<id>/let-in`: lets a class in that wrong tries hold up, for a quarter of an hour. */
import { defineEventHandler, getRouterParam } from 'h3'
import type { LetIn } from '#shared/api/classes'
import { appAuth } from '../../../accounts/sign-in/app-sign-in.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { letClassIn } from '../../../classes/letting-in.ts'
import { placeOf } from '../../../classes/joining.ts'
import { addressOf } from '../../../edge/request/address.ts'

export default defineEventHandler(async (event): Promise<LetIn> => {
  const { staff, db } = await requireStaff(event)
  const { secret } = await appAuth()
  return letClassIn(db, staff, getRouterParam(event, 'id') ?? '', placeOf({ secret, address: addressOf(event) }))
})
