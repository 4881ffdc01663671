/** `POST /api/classes/<id>/let-in`: lets a class in that wrong tries hold up, for a quarter of an hour. */
import { defineEventHandler, getRouterParam } from 'h3'
import { appAuth } from '../../../auth/in-app.ts'
import { requireStaff } from '../../../auth/require-staff.ts'
import { letClassIn } from '../../../database/classes.ts'
import { placeOf } from '../../../database/joining.ts'
import { addressOf } from '../../../security/address.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { secret } = await appAuth()
  return letClassIn(db, staff, getRouterParam(event, 'id') ?? '', placeOf({ secret, address: addressOf(event) }))
})
