/** Bodies are taken in here, whichever route they are for. */
import { defineEventHandler } from 'h3'
import { takeBody } from '../security/input.ts'

export default defineEventHandler(async (event) => {
  if (event.path.startsWith('/api/') && event.method !== 'GET' && event.method !== 'HEAD') await takeBody(event)
})
