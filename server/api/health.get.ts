/**
 * `GET /api/health`, for whoever watches the server: `{"status":"ok"}` while it, its database and its own files are there, else 503.
 * `{"status":"ok","notes":["clock"]}` where it works, and somebody should look under "This server" all the same.
 * `{"status":"unavailable","reason":"files"}` where somebody took away what it runs from: pages would fail, though the database answers.
 */
import { defineEventHandler, setResponseHeader, setResponseStatus } from 'h3'
import { answers } from '../database/client.ts'
import { latestBelief } from '../database/clock.ts'
import { appDatabase } from '../database/in-app.ts'
import { hasItsFiles } from '../release-files.ts'

export default defineEventHandler(async (event) => {
  setResponseHeader(event, 'Cache-Control', 'no-store')
  const isThere = await appDatabase().then(({ db }) => answers(db)).catch(() => false)
  if (isThere && await hasItsFiles()) {
    const notes = latestBelief()?.doubt ? ['clock'] : []
    return notes.length > 0 ? { status: 'ok', notes } : { status: 'ok' }
  }
  setResponseStatus(event, 503)
  return isThere ? { status: 'unavailable', reason: 'files' } : { status: 'unavailable' }
})
