/** `PUT /api/classes/<id>/open` with `{ minutes }`: opens a class for joining, or shuts it with 0. */
import { defineEventHandler, getRouterParam } from 'h3'
import { type OpenedClass, openForBody } from '#shared/api/classes'
import { appAuth } from '../../../accounts/sign-in/app-sign-in.ts'
import { requireStaff } from '../../../edge/people/require-staff.ts'
import { openClass } from '../../../classes/classes.ts'
import { placeOf } from '../../../classes/joining.ts'
import { addressOf } from '../../../edge/request/address.ts'
import { readInput } from '../../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<OpenedClass> => {
  const { staff, db } = await requireStaff(event)
  const { minutes } = await readInput(event, openForBody)
  const { secret } = await appAuth()
  return openClass(db, staff, getRouterParam(event, 'id') ?? '', minutes, placeOf({ secret, address: addressOf(event) }))
})
