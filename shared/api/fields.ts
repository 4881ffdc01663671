/** Fields that many requests have. */
import { z } from 'zod'

/** An id as `newId` makes them, or a random one of a test; nothing else is looked up, so nothing else reaches the database. */
export const id = z.string().regex(/^[\w-]{1,64}$/, 'is no id')

/** A day of this century, `YYYY-MM-DD`: with others nobody means anything, and reckoning ends at the year 9999. */
export const day = z.iso.date().refine(given => /^20/.test(given), 'is not a day of this century')
