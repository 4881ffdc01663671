/** Fixtures of the content lint: one good lesson, and for each rule a file of ways to break it. */
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { lintContent, type LintReport } from '../../server/content/lint/lint.ts'

/** One way to break a rule: words of the good lesson that are replaced, and what is then reported. */
const brokenCase = z.strictObject({
  case: z.string(),
  /** The good file that is changed. */
  of: z.enum(['good.yml', 'good-standard.yml', 'good-register.yml', 'good-help.yml', 'good-situations.yml']).default('good.yml'),
  /** Where the changed lesson stands, if not in its place; the good one then stays beside it. */
  as: z.string().optional(),
  /** Each `from` stands once in the good file. `to` may be several lines. */
  change: z.array(z.strictObject({ from: z.string(), to: z.string() })).min(1),
  /** One entry a problem: words of the line that is reported. */
  at: z.array(z.string()).min(1),
  /** Words of the messages. */
  says: z.string().optional(),
})

export type BrokenCase = z.infer<typeof brokenCase>

/** The day on which all fixtures are looked at. */
const today = '2026-06-30'

const folder = new URL('fixtures/', import.meta.url)

/** The text of a file in `fixtures/`. */
export const fixtureText = (name: string) => readFileSync(new URL(name, folder), 'utf8')

/** @returns the ways to break a rule, read from `fixtures/<rule>.yml` */
export const casesOf = (rule: string): BrokenCase[] => z.array(brokenCase).min(1).parse(parse(fixtureText(`${rule}.yml`)))

/** @returns the good file with the changes made; throws when a change does not fit it any more */
export function changed(good: string, { case: name, change }: BrokenCase): string {
  return change.reduce((text, { from, to }) => {
    const parts = text.split(from)
    if (parts.length !== 2) throw new Error(`"${from}" stands ${parts.length - 1} times in the good file (${name})`)
    return parts.join(to)
  }, good)
}

/** In whatever band or language a case puts it. */
const LESSON_FILE = '/lying-online.yml'
/** Rules of the standard that the smallest lesson does not meet, however it is changed. They have their cases in the other one. */
const tooSmallFor: readonly string[] = [
  'rehearsal', 'remembered', 'wise-path', 'facts-marked', 'quiz-size', 'options-even', 'guessers', 'check-twins', 'formulas',
]

/** Lints files held in memory. */
export async function lintFiles(files: Record<string, string>): Promise<LintReport> {
  const pictures = Object.fromEntries(['door', 'sam', 'gift'].map(id => [`pictures/${id}.svg`, '<svg/>']))
  const all: Record<string, string> = { ...pictures, ...files }
  const report = await lintContent({ list: async () => Object.keys(all), read: async path => all[path] ?? '' }, today)
  const problems = report.problems.filter(({ file, rule }) => !file.endsWith(LESSON_FILE) || !tooSmallFor.includes(rule))
  return { ...report, problems }
}

export const LESSON = 'lessons/en/9-11/lying-online.yml'
/** The one that meets the standard; the other is too small for it. */
export const STANDARD_LESSON = 'lessons/en/9-11/speak-up.yml'
export const HELP = 'help/en.yml'
export const SITUATIONS = 'help/situations/en.yml'
