/** Who has signed a text off. Lessons, teacher packs and the situations of the help page say it the same way. */
import { z } from 'zod'

/** People who have signed it off; empty until a person really has. */
export const reviewedBy = z.array(z.strictObject({ name: z.string().min(1), role: z.string().min(1), date: z.iso.date() })).default([])

export type Reviews = z.infer<typeof reviewedBy>
