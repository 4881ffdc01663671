/** Reads the content as the server starts, so that what is amiss is known before anybody asks for a lesson. */
import { defineNitroPlugin } from 'nitropack/runtime'
import { appLibrary } from '../content/app/app-library.ts'

export default defineNitroPlugin(() => {
  if (import.meta.prerender) return
  // What goes wrong is said, and shows in `GET /api/health`.
  appLibrary().catch(() => {})
})
