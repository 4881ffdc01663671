/** Requests are looked at here before any route runs. */
import { defineEventHandler } from 'h3'
import { ensureAddress, ensureReadable, takeBody } from '../edge/request/input.ts'

export default defineEventHandler(async (event) => {
  if (!event.path.startsWith('/api/')) return ensureReadable(event)
  ensureAddress(event)
  if (event.method !== 'GET' && event.method !== 'HEAD') await takeBody(event)
})
