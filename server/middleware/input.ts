/** Requests are looked at here before any route runs. */
import { defineEventHandler } from 'h3'
import { ensureAddress, ensureReadable, FORM_TYPE, takeBody, TAKES_ITS_OWN } from '../edge/request/input.ts'

export default defineEventHandler(async (event) => {
  if (!event.path.startsWith('/api/')) {
    ensureReadable(event)
    if (/^\/lti\/(?:login|launch)(?:[/?]|$)/.test(event.path) && event.method === 'POST') await takeBody(event, FORM_TYPE)
    return
  }
  ensureAddress(event)
  if (event.method !== 'GET' && event.method !== 'HEAD' && !TAKES_ITS_OWN.test(event.path)) await takeBody(event)
})
