/** The second step of sign-in, for those who have one. */
import { defineEventHandler } from 'h3'
import type { Done } from '#shared/api/fields'
import { codeBody } from '#shared/api/school/sign-in'
import { enterCodeHere, noteWhoIsIn } from '../../edge/people/staff-sign-in.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  const staffId = await enterCodeHere(event, await readInput(event, codeBody))
  await noteWhoIsIn(event, (await appDatabase()).db, staffId)
  return { done: true }
})
