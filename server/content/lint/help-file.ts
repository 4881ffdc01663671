/** Rules for the help routes: checked lately, and in words that those who are shown them can read. */
import { bands } from '#shared/lesson/bands'
import type { HelpFile } from '#shared/lesson/help-routes'
import { isEnglish } from '#shared/text/language-of'
import { limits } from './limits.ts'
import type { ReadableText } from './readable-text.ts'
import type { Finding } from './rule.ts'
import { longSentences } from './rules/words/reading.ts'
import { wordFindings } from './rules/words/words.ts'
import { families } from './words.ts'

/** Numbers and addresses change; after this many days somebody should look again. */
const CHECK_AFTER_DAYS = 120

export interface HelpFinding extends Finding {
  readonly rule: string
}

/** @param today as 2026-01-31 */
export function helpProblems(file: HelpFile, today: string): HelpFinding[] {
  const problems = file.checked > today
    ? [{ rule: 'help-checked', path: ['checked'], message: `${file.checked} is in the future` }]
    : []
  if (!isEnglish(file.locale)) return problems
  return [...problems, ...file.routes.flatMap((route, index) => routeProblems(route, index))]
}

/** @returns what does not break the build: somebody should check the routes again */
export function helpWarnings(file: HelpFile, today: string): HelpFinding[] {
  const days = Math.floor((Date.parse(today) - Date.parse(file.checked)) / 86_400_000)
  return days > CHECK_AFTER_DAYS
    ? [
        {
          rule: 'help-checked',
          path: ['checked'],
          message: `help routes were last checked on ${file.checked}, more than ${CHECK_AFTER_DAYS} days ago: try every number and address again`,
        },
      ]
    : []
}

function routeProblems(route: HelpFile['routes'][number], index: number): HelpFinding[] {
  const texts: ReadableText[] = (['name', 'what'] as const).map(field => ({
    text: route[field], source: route[field], path: ['routes', index, field], kind: 'feedback', screen: null,
  }))
  const youngest = bands.find(band => route.shownTo.includes(band)) ?? null
  return [
    ...families.flatMap(family => wordFindings(family, texts, youngest).map(finding => ({ ...finding, rule: family.rule }))),
    ...(youngest ? longSentences(texts, limits[youngest].sentence).map(finding => ({ ...finding, rule: 'sentence-length' })) : []),
  ]
}
