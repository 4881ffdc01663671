/** Which case of a text is for a number, by the rules of its language (Unicode CLDR, through Intl.PluralRules). */

/** In CLDR's order; a language has some of them, and every one has the last. */
const categories = ['zero', 'one', 'two', 'few', 'many', 'other'] as const

/** @param cases how many a text has; @returns the place of the one for a number, from 0 */
export type PluralRule = (count: number, cases: number) => number

/**
 * Cases stand in CLDR's order. One more than the language has stands before them, for exactly none: "no pupils | one | {n}".
 * @param tag of the language
 */
export function pluralRule(tag: string): PluralRule {
  const rules = new Intl.PluralRules(tag)
  const own = categories.filter(category => rules.resolvedOptions().pluralCategories.includes(category))
  return (count, cases) => {
    if (cases > own.length && count === 0) return 0
    return Math.min(own.indexOf(rules.select(count)) + Math.max(cases - own.length, 0), cases - 1)
  }
}
