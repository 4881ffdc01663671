/** What the school writes about what it did: so many lines fit beside the rest on two pages. No zod, since the page counts too. */
export const MOST_NOTES = 6
export const LONGEST_NOTE = 110
