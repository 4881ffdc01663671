/** Pages inside an LMS may be framed by it. */
import { defineEventHandler } from 'h3'
import { allowFrame } from '../edge/lti/frame.ts'

export default defineEventHandler(async (event) => {
  if (event.path.startsWith('/lti/')) await allowFrame(event)
})
