/** All help routes, with the day on which they were last checked, and what to do in each situation, in words for the age in the query. */
import { createError, defineEventHandler, getQuery } from 'h3'
import { audiences } from '#shared/lesson/bands'
import { situationsFor } from '#shared/lesson/help-situations'
import { findHelp, findSituations } from '../content/library.ts'
import { appLibrary } from '../content/app-library.ts'

export default defineEventHandler(async (event) => {
  const library = await appLibrary()
  const help = findHelp(library, 'en')
  if (!help) throw createError({ statusCode: 500, statusMessage: 'The help routes cannot be read. In danger, call 999. Children can call Childline on 0800 1111.' })
  const { age } = getQuery(event)
  const audience = audiences.find(known => known === age) ?? null
  const file = findSituations(library, 'en')
  // Without situations the page still has its routes: help never goes because a text is broken.
  return { checked: help.checked, routes: help.routes, audience, reviewedBy: file?.reviewedBy ?? [], situations: file ? situationsFor(file, help, audience) : [] }
})
