/** `GET /api/logo/<school>?v=<version>`: a school's logo. It is on the school's own website as well, so nobody has to be signed in. */
import { defineEventHandler, getRouterParam, setResponseHeaders } from 'h3'
import { Refusal } from '../../platform/refusal.ts'
import { appDatabase } from '../../platform/database/app-database.ts'
import { logoOf } from '../../school/branding.ts'
import { readLogo } from '../../scorm/package/logo.ts'

/** Seconds; another picture has another address. */
const A_MONTH = 30 * 24 * 60 * 60

export default defineEventHandler(async (event): Promise<Uint8Array> => {
  const { db } = await appDatabase()
  const picture = await logoOf(db, getRouterParam(event, 'school') ?? '')
  if (picture === null) throw new Refusal('not-found', 'no-logo')
  const { mediaType, bytes } = readLogo(picture)
  setResponseHeaders(event, {
    'Content-Type': mediaType,
    'Cache-Control': `private, max-age=${A_MONTH}, immutable`,
    'X-Content-Type-Options': 'nosniff',
    'Content-Security-Policy': 'default-src \'none\'; sandbox',
  })
  return bytes
})
