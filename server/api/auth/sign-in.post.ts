/** The first step of sign-in. */
import { defineEventHandler } from 'h3'
import { type SignedIn, signInBody } from '#shared/api/school/sign-in'
import { signInHere } from '../../edge/people/staff-sign-in.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { withReserve } from '../../platform/database/reserve.ts'
import { readInput } from '../../edge/request/input.ts'

export default defineEventHandler(async (event): Promise<SignedIn> => {
  const credentials = await readInput(event, signInBody)
  const { db } = await appDatabase()
  // Whoever is to make room on a full disk has to get in first.
  return withReserve(db, () => signInHere(event, credentials))
})
