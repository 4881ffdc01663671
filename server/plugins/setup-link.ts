/** Prints the link that sets the school up, as long as there is none; and what is wrong, where the server cannot work as it is set. */
import { defineNitroPlugin } from 'nitropack/runtime'
import { appAuth } from '../accounts/sign-in/app-sign-in.ts'
import { appDatabase } from '../platform/database/app-database.ts'
import { newSetupKey } from '../school/setup.ts'
import { settings } from '../platform/settings.ts'

/** Milliseconds until a database that was away is asked again. */
const AGAIN_AFTER = 30_000

export default defineNitroPlugin((nitro) => {
  if (import.meta.prerender) return
  let timer: NodeJS.Timeout | undefined

  async function print() {
    try {
      await appAuth()
      const key = await newSetupKey((await appDatabase()).db)
      if (key === undefined) return
      console.log(`\nTo set up your school, open this link. It works once:\n${settings().ownUrl}/setup?key=${key}\n`)
    }
    catch (error) {
      console.error(error instanceof Error ? error.message : error)
      timer = setTimeout(() => void print(), AGAIN_AFTER)
    }
  }

  void print()
  nitro.hooks.hook('close', () => clearTimeout(timer))
})
