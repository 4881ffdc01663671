/** The language that a request asks for. */
import { lessonQuery } from '#shared/api/content'

/** @param query of a request; @returns its language, English where it names none */
export const localeIn = (query: unknown): string => lessonQuery.parse(query).locale
