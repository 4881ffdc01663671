/**
 * Keeps the counts of what was refused, a few seconds at a time: whoever sends a thousand wrong tries a second does not make the
 * database write as often.
 */
import { defineNitroPlugin } from 'nitropack/runtime'
import { keepCounts } from '../edge/log/security-events.ts'

const EVERY = 10_000

export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender) return
  const timer = setInterval(() => void keepCounts(), EVERY)
  nitro.hooks.hook('close', () => clearInterval(timer))
})
