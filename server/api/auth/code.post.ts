/** The second step of sign-in, for those who have one. */
import { defineEventHandler } from 'h3'
import { z } from 'zod'
import { enterCode } from '../../auth/sign-in.ts'
import { readInput } from '../../security/input.ts'

const Body = z.strictObject({ code: z.string().trim().min(1).max(20), kind: z.enum(['app', 'backup']) })

export default defineEventHandler(async (event) => {
  await enterCode(event, await readInput(event, Body))
  return { done: true }
})
