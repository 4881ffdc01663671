/** Prints the link that sets the school up, as long as there is none. */
import { defineNitroPlugin } from 'nitropack/runtime'
import { appDatabase } from '../database/in-app.ts'
import { newSetupKey } from '../database/setup.ts'

export default defineNitroPlugin(() => {
  void (async () => {
    const key = await newSetupKey((await appDatabase()).db)
    if (key === undefined) return
    const address = process.env.PUBLIC_URL?.replace(/\/+$/, '') || `http://localhost:${process.env.PORT ?? 3000}`
    console.log(`\nTo set up your school, open this link. It works once:\n${address}/setup?key=${key}\n`)
  })().catch((error: unknown) => console.error(error instanceof Error ? error.message : error))
})
