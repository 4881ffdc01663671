/** `POST /api/class-lists`: pupils into classes that are there or are made, all or none. The answer has their pictures, told this once. */
import { defineEventHandler } from 'h3'
import { classListsBody, type TakenList } from '#shared/api/rosters'
import { appAuth } from '../../accounts/sign-in/app-sign-in.ts'
import { takeList } from '../../classes/class-lists.ts'
import { requireStaff } from '../../edge/people/require-staff.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<TakenList> => {
  const { staff, db } = await requireStaff(event)
  const { id, classes } = await readInput(event, classListsBody)
  const { secret } = await appAuth()
  return takeList(db, staff, secret, id, classes)
})
