/** Keeps room beside the embedded database for what must go on when the disk is full (server/platform/database/reserve.ts). */
import { defineNitroPlugin } from 'nitropack/runtime'
import { appDatabase } from '../platform/database/app-database.ts'
import { settings } from '../platform/settings.ts'
import { fileReserve, keepReserve } from '../platform/database/reserve.ts'

/** Milliseconds: until a database that was away, or a disk that was full, is looked at again. */
const EVERY = 60_000

export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender) return
  const reserve = fileReserve(settings().dataFolder)

  async function keep() {
    const { db, engine } = await appDatabase()
    if (engine !== 'sqlite') return
    await keepReserve(db, reserve)
  }
  const tryToKeep = () =>
    void keep().catch((error: unknown) =>
      console.error(`No room could be kept for a full disk. ${error instanceof Error ? error.message : error}`),
    )
  const timer = setInterval(tryToKeep, EVERY)
  tryToKeep()
  nitro.hooks.hook('close', () => clearInterval(timer))
})
