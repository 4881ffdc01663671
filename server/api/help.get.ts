/** All help routes, with the day on which they were last checked. */
import { createError, defineEventHandler } from 'h3'
import { findHelp } from '../content/library.ts'
import { appLibrary } from '../content/library-in-app.ts'

export default defineEventHandler(async () => {
  const help = findHelp(await appLibrary(), 'en')
  if (!help) throw createError({ statusCode: 500, statusMessage: 'The help routes cannot be read. In danger, call 999. Children can call Childline on 0800 1111.' })
  return help
})
