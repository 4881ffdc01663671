/** All help routes, with the day on which they were last checked, and what to do in each situation, in words for the age in the query. */
import { defineEventHandler } from 'h3'
import { helpQuery, type Help } from '#shared/api/content'
import { situationsFor } from '#shared/lesson/help-situations'
import { Refusal } from '../platform/refusal.ts'
import { findHelp, findSituations, nationFacts } from '../content/library/library.ts'
import { appLibrary } from '../content/app/app-library.ts'
import { readAsked } from '../edge/request/input.ts'
import { requestedLocale } from '../edge/request/locale-in.ts'

export default defineEventHandler(async (event): Promise<Help> => {
  const library = await appLibrary()
  const locale = requestedLocale(event)
  const help = findHelp(library, locale)
  if (!help) throw new Refusal('broken', 'no-help')
  const { age: audience, nation } = readAsked(event, helpQuery)
  const file = findSituations(library, locale)
  // Without situations the page still has its routes: help never goes because a text is broken.
  return {
    checked: help.checked,
    locale: help.locale,
    routes: help.routes.filter(({ nations }) => !nations || nations.includes(nation)),
    nation,
    facts: nationFacts(library, locale, nation) ?? null,
    audience,
    reviewedBy: file?.reviewedBy ?? [],
    situationsLocale: file?.locale ?? help.locale,
    situations: file ? situationsFor(file, help, audience) : [],
  }
})
