/** The second step of sign-in, for those who have one. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { enterCodeHere, noteWhoIsIn } from '../../edge/people/staff-sign-in.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { readInput } from '../../edge/request/input.ts'

const Body = z.strictObject({ code: z.string().trim().min(1).max(20), kind: z.enum(['app', 'backup']) })

export default defineEventHandler(async (event) => {
  const staffId = await enterCodeHere(event, await readInput(event, Body))
  await noteWhoIsIn(event, (await appDatabase()).db, staffId)
  return { done: true }
})
