/**
 * `GET /api/health`, for whoever watches the server: `{"status":"ok"}` while it, its database and its own files are there, else 503.
 * `{"status":"ok","notes":["clock"]}` where it works, and somebody should look under "This server" all the same; `"space"` among
 * the notes says that room runs low. How much there is, only admins see. `{"status":"unavailable","reason":"content"}` where
 * lessons are missing, or are not those that the app was built from. `{"status":"unavailable","reason":"files"}` where somebody
 * took away what it runs from: pages would fail, though the database answers.
 */
import { defineEventHandler, setResponseHeader, setResponseStatus } from 'h3'
import type { Health } from '#shared/api/school/system'
import { isSpaceLow } from '#shared/api/server-state'
import { contentIsWhole } from '../content/app/app-rows.ts'
import { answers, type Db } from '../platform/database/client.ts'
import { latestBelief } from '../school/clock.ts'
import { freeSpace } from '../platform/database/free-space.ts'
import { appDatabase } from '../platform/database/app-database.ts'
import { settings } from '../platform/settings.ts'
import { reserveOf } from '../platform/database/reserve.ts'
import { hasItsFiles } from '../platform/release-files.ts'

const runsLow = async (db: Db) => isSpaceLow({ freeSpace: await freeSpace(settings().dataFolder), reserve: await reserveOf(db) })

export default defineEventHandler(async (event): Promise<Health> => {
  setResponseHeader(event, 'Cache-Control', 'no-store')
  const opened = await appDatabase().catch(() => undefined)
  const isThere = opened !== undefined && await answers(opened.db)
  const [hasFiles, isWhole] = await Promise.all([hasItsFiles(), contentIsWhole()])
  if (isThere && hasFiles && isWhole) {
    const notes = [...(latestBelief()?.doubt ? ['clock' as const] : []), ...(await runsLow(opened.db) ? ['space' as const] : [])]
    return notes.length > 0 ? { status: 'ok', notes } : { status: 'ok' }
  }
  setResponseStatus(event, 503)
  if (!isThere) return { status: 'unavailable' }
  return { status: 'unavailable', reason: hasFiles ? 'content' : 'files' }
})
