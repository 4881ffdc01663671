/** Whether a set-up link still works. */
import { defineEventHandler } from 'h3'
import { linkQuery } from '#shared/api/fields'
import type { Setup } from '#shared/api/school/school'
import { appDatabase } from '../../platform/database/app-database.ts'
import { readAsked } from '../../edge/request/input.ts'
import { setupState } from '../../school/setup.ts'

export default defineEventHandler(async (event): Promise<Setup> => ({
  state: await setupState((await appDatabase()).db, readAsked(event, linkQuery).key),
}))
