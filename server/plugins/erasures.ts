/** Keeps the list of erasures in a second place, where `ERASURES_FILE` names one. */
import { defineNitroPlugin } from 'nitropack/runtime'
import { keepErasures } from '../school/erasures.ts'
import { appDatabase } from '../platform/database/app-database.ts'
import { settings } from '../platform/settings.ts'

const EVERY = 60_000

export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender) return
  const path = settings().erasuresFile
  if (path === undefined) return
  const keep = async () =>
    keepErasures((await appDatabase()).db, path).catch((error: unknown) =>
      console.error(
        'The list of erasures could not be kept in ERASURES_FILE; it is tried again in a minute.',
        error instanceof Error ? error.message : error,
      ),
    )
  const timer = setInterval(() => void keep(), EVERY)
  void keep()
  nitro.hooks.hook('close', () => clearInterval(timer))
})
