/**
 * What lessons that are older than the standard still owe it, by name: content/standard/debts.yml. What a lesson owes is not
 * reported as a problem; what is paid has to leave the list, so that it only gets shorter.
 */
import { z } from 'zod'
import type { ContentIssue, Parsed } from '../library/parse-yaml.ts'

/** Relative to `content/`. */
export const DEBTS = 'standard/debts.yml'

/** The lessons that were written before there was a standard. No other may owe it anything. */
const debtors: readonly string[] = [
  'lying-online-9-11',
  'sharing-images-9-11',
  'meeting-strangers-9-11',
  'lying-online-11-14',
  'sharing-images-11-14',
  'meeting-strangers-11-14',
]

/** By lesson, or `register` for what the register of all lessons owes: rules of the standard. */
export const debtsFile = z.record(z.string(), z.array(z.string()).min(1))
export type Debts = z.infer<typeof debtsFile>

/** A problem with whom it concerns: the id of a lesson, or `register`. */
export interface Owed {
  readonly of: string
  readonly issue: ContentIssue
}

export interface Settled {
  readonly problems: readonly ContentIssue[]
  /** What is owed and named in the list. */
  readonly debts: readonly ContentIssue[]
}

/**
 * @param found what the rules have found
 * @param list as parsed; null where a content folder has none
 * @param rules names of the rules that may be owed
 * @param looked whom the rules looked at: of a lesson that cannot be read nobody knows what it owes
 */
export function settle(
  found: readonly Owed[],
  list: Parsed<Debts> | null,
  rules: readonly string[],
  looked: readonly string[],
): Settled {
  const owes = ({ of, issue: { rule } }: Owed) => rules.includes(rule) && list?.value[of]?.includes(rule) === true
  return {
    problems: [...found.filter(one => !owes(one)).map(({ issue }) => issue), ...list ? wrongEntries(found, list, rules, looked) : []],
    debts: found.filter(owes).map(({ issue }) => issue),
  }
}

function wrongEntries(
  found: readonly Owed[],
  { value, lineOf }: Parsed<Debts>,
  rules: readonly string[],
  looked: readonly string[],
): ContentIssue[] {
  const issue = (path: readonly PropertyKey[], message: string): ContentIssue =>
    ({ file: `content/${DEBTS}`, line: lineOf(path), rule: 'debts', message })
  return Object.entries(value).flatMap(([of, owed]) => of !== 'register' && !debtors.includes(of)
    ? [issue([of], `"${of}" is not older than the standard: it owes nothing, it meets it`)]
    : owed.flatMap((rule, index) => {
        if (!rules.includes(rule)) return [issue([of, index], `"${rule}" is no rule of the standard`)]
        return !looked.includes(of) || found.some(one => one.of === of && one.issue.rule === rule)
          ? []
          : [issue([of, index], `"${of}" meets "${rule}" now: take it out of the list`)]
      }))
}
