/** `GET /lti/jwks`: our public keys, with which an LMS checks what we sign. */
import { defineEventHandler, setResponseHeader } from 'h3'
import type { KeySet } from '#shared/api/lti'
import { publicKeys } from '../../lti/keys.ts'
import { appDatabase } from '../../platform/database/app-database.ts'

export default defineEventHandler(async (event): Promise<KeySet> => {
  const { db } = await appDatabase()
  setResponseHeader(event, 'cache-control', 'public, max-age=300')
  return publicKeys(db)
})
