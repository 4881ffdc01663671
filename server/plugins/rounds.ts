/** What classes answered together is forgotten when it is over, also where nobody asks any more. */
import { defineNitroPlugin } from 'nitropack/runtime'
import { rounds } from '../insight/rounds.ts'

/** Milliseconds between two looks. */
const EVERY = 60_000

export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender) return
  const timer = setInterval(() => rounds.forgetOld(), EVERY)
  nitro.hooks.hook('close', () => clearInterval(timer))
})
