/** The second step of sign-in, for those who have one. */
import { defineEventHandler, readValidatedBody } from 'h3'
import { z } from 'zod'
import { enterCode } from '../../auth/sign-in.ts'

const Body = z.strictObject({ code: z.string().trim().min(1).max(20), kind: z.enum(['app', 'backup']) })

export default defineEventHandler(async (event) => {
  await enterCode(event, await readValidatedBody(event, Body.parse))
  return { done: true }
})
