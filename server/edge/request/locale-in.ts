/** The language that a request asks for. */
import { z } from 'zod'

const Query = z.object({ locale: z.string().max(10).catch('en') })

/** @param query of a request; @returns its language, English where it names none */
export const localeIn = (query: unknown): string => Query.parse(query).locale
