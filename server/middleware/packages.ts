/** Holds up whoever has packages made again and again, before any is. */
import { defineEventHandler, setResponseHeader } from 'h3'
import { appDatabase } from '../database/in-app.ts'
import { minutesToWait } from '../scorm/package-limit.ts'
import { refusal } from '../scorm/refusal.ts'
import { addressOf } from '../security/address.ts'

export default defineEventHandler(async (event) => {
  if (!/^\/api\/export(?:[/?]|$)/.test(event.path)) return
  // Packages need no database, so one that is away stops nobody.
  const minutes = await appDatabase().then(({ db }) => minutesToWait(db, addressOf(event))).catch(() => 0)
  if (minutes === 0) return
  setResponseHeader(event, 'retry-after', minutes * 60)
  throw refusal(429, [{ field: '', message: `Very many packages were made from your network in a quarter of an hour. Try again in ${minutes === 1 ? 'a minute' : `${minutes} minutes`}. Many lessons at once can come as one zip.` }])
})
