/** Stands for an item that was left unanswered. Apart from the schema, so that the player gets it without zod. */
export const SKIPPED = '-'
