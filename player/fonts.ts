/** Weights that a package's Lexend has: ordinary text, and the boldest of our headings. */
export const LEXEND_WEIGHTS = [400, 700] as const
