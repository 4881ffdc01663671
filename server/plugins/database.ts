/** When the server stops, the database is closed after the last answer is sent. */
import { defineNitroPlugin } from 'nitropack/runtime'
import { appDatabase } from '../platform/database/app-database.ts'

export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender) return
  nitro.hooks.hook('close', async () => {
    // One that could not be opened need not be closed.
    const opened = await appDatabase().catch(() => undefined)
    await opened?.db.destroy()
  })
})
