/** Whether a set-up link still works. */
import { defineEventHandler, getQuery } from 'h3'
import { appDatabase } from '../../platform/database/app-database.ts'
import { setupState } from '../../school/setup.ts'

export default defineEventHandler(async event => ({ state: await setupState((await appDatabase()).db, String(getQuery(event).key ?? '')) }))
