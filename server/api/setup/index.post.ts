/** Makes the school and its first admin, who is signed in at once. */
import { defineEventHandler } from 'h3'
import { setupBody } from '#shared/api/school/school'
import type { SignedIn } from '#shared/api/school/sign-in'
import { signInHere } from '../../edge/people/staff-sign-in.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { setUpSchool } from '../../school/setup.ts'
import { readInput } from '../../edge/request/input.ts'
import { ensureSafeAddress } from '../../edge/request/transport.ts'

export default defineEventHandler(async (event): Promise<SignedIn> => {
  ensureSafeAddress(event)
  const body = await readInput(event, setupBody)
  await setUpSchool((await appDatabase()).db, body.key, body)
  return signInHere(event, body)
})
