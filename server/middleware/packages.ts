/** Holds up whoever has packages made again and again, before any is. */
import { defineEventHandler } from 'h3'
import { ensureFewPackages } from '../edge/packages/few-packages.ts'

export default defineEventHandler(async (event) => {
  if (/^\/api\/export(?:[/?]|$)/.test(event.path)) await ensureFewPackages(event)
})
