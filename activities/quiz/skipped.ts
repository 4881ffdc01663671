/** What stands in the place of an option's id. Apart from the schema, so that the player gets it without zod. */

/** The item was left unanswered. */
export const SKIPPED = '-'

/** The item was done, and what was chosen is not told: it was on another device, or before this page was loaded. */
export const HIDDEN = '_'
