/** Makes the school and its first admin, who is signed in at once. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { email, key, name, password } from '../../accounts/staff-fields.ts'
import { signInHere } from '../../edge/people/staff-sign-in.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { setUpSchool } from '../../school/setup.ts'
import { readInput } from '../../edge/request/input.ts'
import { ensureSafeAddress } from '../../edge/request/transport.ts'

const Body = z.strictObject({ key, school: name, name, email, password })

export default defineEventHandler(async (event) => {
  ensureSafeAddress(event)
  const body = await readInput(event, Body)
  await setUpSchool((await appDatabase()).db, body.key, body)
  return signInHere(event, body)
})
