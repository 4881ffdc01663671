/** What differs between the nations of the UK: one file for the help page, the packs and the lint. */
import { z } from 'zod'
import { nations } from '#shared/lesson/nations'
import { reviewedBy } from '#shared/lesson/reviews'

const source = z.url({ protocol: /^https$/ })
const row = z.strictObject({
  says: z.string().min(1),
  /** Where it was seen. */
  source,
})

const facts = z.strictObject({
  id: z.enum(nations).exclude(['uk']),
  /** Who leads on child protection at a school: as people call them, and in full. */
  lead: row.extend({ whole: z.string().min(1) }),
  /** The service that protects children, as it goes into a sentence. */
  socialCare: row,
  /** Who hears of worries about an adult who works with children. */
  staff: row,
  police: row,
  /** In a few exact words. */
  law: z.array(row).min(1).max(5),
  /** People of that nation who know the subject and have read it; empty until one has. */
  checkedBy: reviewedBy,
})

export const nationsFile = z
  .strictObject({
    locale: z.string(),
    /** Day on which every source was last looked at. */
    checked: z.iso.date(),
    /** Who leads at a school, in words that no nation takes amiss. */
    lead: z.string().min(1),
    nations: z.array(facts),
  })
  .refine(({ nations: all }) => all.map(({ id }) => id).join() === nations.slice(1).join(), 'has each nation once, in the order of shared/lesson/nations.ts')

export type NationsFile = z.infer<typeof nationsFile>
export type NationFacts = z.infer<typeof facts>
