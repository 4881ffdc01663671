/**
 * Reads the content as the server starts, so that what is amiss is known before anybody asks for a lesson, and a little later makes
 * the index of the search, so that nobody waits for it.
 */
import { defineNitroPlugin } from 'nitropack/runtime'
import { languages } from '#shared/text/languages'
import { appLibrary } from '../content/app/app-library.ts'
import { appSearch } from '../content/app/app-search.ts'
import { playerMessages } from '../scorm/package/player-messages.ts'

/** Milliseconds: by then the first page has been sent to whoever waited for the start. */
const SOON = 1_000

export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender) return
  // What goes wrong is said, and shows in `GET /api/health`.
  appLibrary().catch(() => {})
  // While developing it is made anew for each search.
  if (import.meta.dev) return
  const timer = setTimeout(async () => {
    for (const { locale } of languages) await appSearch(locale, playerMessages).catch(() => {})
  }, SOON)
  nitro.hooks.hook('close', () => clearTimeout(timer))
})
