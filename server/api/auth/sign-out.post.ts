/** Ends this session. */
import { defineEventHandler } from 'h3'
import type { Done } from '#shared/api/fields'
import { signOut } from '../../edge/people/staff-sign-in.ts'

export default defineEventHandler(async (event): Promise<Done> => {
  await signOut(event)
  return { done: true }
})
