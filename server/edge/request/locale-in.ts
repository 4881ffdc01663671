/** The language that a request asks for. */
import { getQuery, type H3Event } from 'h3'
import { z } from 'zod'
import { DEFAULT_LOCALE } from '#shared/text/languages'

const Query = z.object({ locale: z.string().max(10).catch(DEFAULT_LOCALE) })

/** @param query of a request; @returns its language, the default one where it names none; there may be nothing in it yet */
export const localeIn = (query: unknown): string => Query.parse(query).locale

/** @returns the same for a request */
export const requestedLocale = (event: H3Event): string => localeIn(getQuery(event))
