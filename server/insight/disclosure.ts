/**
 * What may be said of how pupils answered: the one place that decides it, for every outlet
 * (docs/decisions/0015-what-may-be-said.md says why). Pure: what is known and counted goes in, a picture in words or none comes
 * out.
 */
import { leavesDoubt } from './doubt.ts'
import { membersOf, RULES, wholeSteps, wordFor, type Counted, type Look, type Picture, type Rules, type Sheet } from './statements.ts'

/** @returns the picture of the first so many, whether or not it may be shown */
export function pictureOf(sheet: Sheet, counted: Counted, over: number, rules: Rules = RULES): Picture {
  return {
    over,
    said: Object.fromEntries(sheet.statements.flatMap((statement) => {
      const members = membersOf(statement, counted, over, rules)
      return members.length === 0
        ? []
        : [[statement.key, { of: members.length, word: wordFor(counted.count(statement, members), members.length, rules) }]]
    })),
  }
}

/** @returns how many pupils may be looked at that were not before, the most first */
export function stepsAhead(
  { known, isWhole }: Pick<Counted, 'known' | 'isWhole'>,
  earlier: readonly Look[],
  rules: Rules = RULES,
): readonly number[] {
  const last = Math.max(0, ...earlier.flatMap(({ over, picture }) => (picture ? [over] : [])))
  const most = isWhole ? known.length : wholeSteps(known.length, rules)
  // Stryker disable next-line ArithmeticOperator: more steps than there are end below the least, and are left out
  const steps = isWhole ? [most] : Array.from({ length: most / rules.step }, (_, index) => most - index * rules.step)
  // Stryker disable next-line EqualityOperator: the last one shown was looked at, which is asked as well
  return steps.filter(over => over >= rules.least && over > last && !earlier.some(look => look.over === over))
}

/**
 * Looks as far as may be looked: at the most pupils first, in whole steps, until something can be shown.
 * Each step is looked at once. One in so many is left out by lot, so that nothing follows from a step that is not shown.
 * @param earlier all looks of before; @param isLeftOut the lot
 * @returns what is to be kept, the last of them with a picture where there is anything new to show
 */
export function lookFurther(
  sheet: Sheet,
  counted: Counted,
  earlier: readonly Look[],
  isLeftOut: () => boolean,
  rules: Rules = RULES,
): Look[] {
  const shown = earlier.flatMap(({ picture }) => picture ?? [])
  const looks: Look[] = []
  for (const over of stepsAhead(counted, earlier, rules)) {
    const picture = pictureOf(sheet, counted, over, rules)
    if (Object.keys(picture.said).length === 0) continue
    // Both are asked each time: how long it takes to be left out by lot is how long it takes to be shown.
    const [isDoubtful, isOut] = [leavesDoubt(sheet, counted, [...shown, picture], rules), isLeftOut()]
    const isShown = isDoubtful && !isOut
    looks.push({ over, picture: isShown ? picture : null })
    if (isShown) break
  }
  return looks
}

/** @returns what is shown now: of all that was ever shown, the newest */
export function newest(looks: readonly Look[]): Picture | null {
  return looks.flatMap(({ picture }) => picture ?? []).sort((a, b) => b.over - a.over)[0] ?? null
}
