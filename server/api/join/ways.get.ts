/** `GET /api/join/ways`: the accounts elsewhere that a pupil can come in with, where a school here wants that. */
import { defineEventHandler } from 'h3'
import type { JoinWays } from '#shared/api/join'
import { hasPupilAccounts } from '../../classes/pupil-accounts.ts'
import { pupilProviders } from '../../edge/elsewhere/openid.ts'
import { appDatabase } from '../../platform/database/app-database.ts'

export default defineEventHandler(async (): Promise<JoinWays> => {
  const providers = pupilProviders()
  // Where the server knows none, nothing is asked of the database.
  return { ways: providers.length > 0 && await hasPupilAccounts((await appDatabase()).db) ? providers : [] }
})
