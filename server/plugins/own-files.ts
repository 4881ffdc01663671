/** Remembers which files this server runs from, and reads what tells of their absence while they are there. */
import { defineNitroPlugin } from 'nitropack/runtime'
import { hasItsFiles } from '../platform/release-files.ts'

/** Milliseconds: by then the server knows where it is. */
const SOON = 1_000

export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender) return
  const timer = setTimeout(() => {
    void hasItsFiles()
    void import('../api/health.get.ts')
  }, SOON)
  nitro.hooks.hook('close', () => clearTimeout(timer))
})
