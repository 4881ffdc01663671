/** `GET /api/health`, for whoever watches the server: `{"status":"ok"}` while it and its database answer, else 503. */
import { defineEventHandler, setResponseHeader, setResponseStatus } from 'h3'
import { answers } from '../database/client.ts'
import { appDatabase } from '../database/in-app.ts'

export default defineEventHandler(async (event) => {
  setResponseHeader(event, 'Cache-Control', 'no-store')
  if (await appDatabase().then(({ db }) => answers(db)).catch(() => false)) return { status: 'ok' }
  setResponseStatus(event, 503)
  return { status: 'unavailable' }
})
