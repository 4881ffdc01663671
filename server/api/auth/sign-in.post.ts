/** The first step of sign-in. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { email, password } from '../../accounts/staff-fields.ts'
import { signInHere } from '../../edge/people/staff-sign-in.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { withReserve } from '../../platform/database/reserve.ts'
import { readInput } from '../../edge/request/input.ts'

const Body = z.strictObject({ email, password })

export default defineEventHandler(async (event) => {
  const credentials = await readInput(event, Body)
  const { db } = await appDatabase()
  // Whoever is to make room on a full disk has to get in first.
  return withReserve(db, () => signInHere(event, credentials))
})
