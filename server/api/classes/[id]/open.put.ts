/** `PUT /api/classes/<id>/open` with `{ minutes }`: opens a class for joining, or shuts it with 0. */
import { defineEventHandler, getRouterParam } from 'h3'
import { appAuth } from '../../../auth/in-app.ts'
import { requireStaff } from '../../../auth/require-staff.ts'
import { OpenFor } from '../../../database/class-input.ts'
import { openClass } from '../../../database/classes.ts'
import { placeOf } from '../../../database/joining.ts'
import { addressOf } from '../../../security/address.ts'
import { readInput } from '../../../security/input.ts'

export default defineEventHandler(async (event) => {
  const { staff, db } = await requireStaff(event)
  const { minutes } = await readInput(event, OpenFor)
  const { secret } = await appAuth()
  return openClass(db, staff, getRouterParam(event, 'id') ?? '', minutes, placeOf({ secret, address: addressOf(event) }))
})
