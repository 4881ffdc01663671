/** Fields that several requests have, and the shortest answer. Only the server reads with zod: pages import types from these files. */
import { z } from 'zod'
import { tidyName } from '#shared/text/tidy-text'

/** An id as the server makes them, or a random one of a test; nothing else is looked up, so nothing else reaches the database. */
export const id = z.string().regex(/^[\w-]{1,64}$/, 'is no id')

/** A day of this century, `YYYY-MM-DD`: with others nobody means anything, and reckoning ends at the year 9999. */
export const day = z.iso.date().refine(given => /^20/.test(given), 'is not a day of this century')

/** Characters: a password that is longer only costs time. */
export const MOST_PASSWORD = 128

/** Of a person or a school. */
export const name = z.string().max(500).transform(tidyName).pipe(z.string().min(1).max(80))
export const email = z.string().trim().max(200).toLowerCase().pipe(z.email())
/** How strong a new one has to be is said in words (`POST /api/password-advice`). */
export const password = z.string().min(1).max(MOST_PASSWORD)
/** What opens a link. */
export const key = z.string().min(1).max(80)
export const role = z.enum(['admin', 'teacher'])
export type Role = z.infer<typeof role>

/** The key in the address of a page that a link opens; one that is missing opens nothing. */
export const linkQuery = z.object({ key: z.string().catch('') })

/** There is nothing more to say. */
export interface Done {
  readonly done: true
}
