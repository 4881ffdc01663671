/** The language that a request asks for. */
import { getQuery, type H3Event } from 'h3'
import { lessonQuery } from '#shared/api/content'

/** @param query of a request; @returns its language, the default one where it names none; there may be nothing in it yet */
export const localeIn = (query: unknown): string => lessonQuery.parse(query).locale

/** @returns the same for a request */
export const requestedLocale = (event: H3Event): string => localeIn(getQuery(event))
