/** Ends this session. */
import { defineEventHandler } from 'h3'
import { signOut } from '../../edge/people/staff-sign-in.ts'

export default defineEventHandler(async (event) => {
  await signOut(event)
  return { done: true }
})
