/** Rules for the situations: their routes are there for whoever reads them, in words that they can read. */
import type { HelpRoute } from '#shared/lesson/help-routes'
import { bands, type Audience } from '#shared/lesson/bands'
import type { HelpSituationsFile } from '#shared/lesson/help-situations'
import { isEnglish } from '#shared/text/language-of'
import type { HelpFinding } from './help-file.ts'
import { limits, SCREEN_TOLERANCE } from './limits.ts'
import type { ReadableText } from './readable-text.ts'
import type { Path } from './rule.ts'
import { longSentences } from './rules/words/reading.ts'
import { wordFindings } from './rules/words/words.ts'
import { measure, readingGrade } from './sentences.ts'
import { families } from './words.ts'

type Version = HelpSituationsFile['situations'][number]['versions'][number]

/** @param routes of the help file in the same language */
export function situationProblems(file: HelpSituationsFile, routes: readonly HelpRoute[]): HelpFinding[] {
  return file.situations.flatMap(({ versions }, situation) => versions.flatMap((version, index) => {
    const path = ['situations', situation, 'versions', index]
    return [...routeProblems(version, routes, path), ...(isEnglish(file.locale) ? textProblems(version, path) : [])]
  }))
}

function routeProblems({ shownTo, routes }: Version, known: readonly HelpRoute[], path: Path): HelpFinding[] {
  return routes.flatMap((id, index) => {
    const route = known.find(one => one.id === id)
    return reasonsAgainst(route, id, shownTo).map(message => ({ rule: 'help-situations', path: [...path, 'routes', index], message }))
  })
}

function reasonsAgainst(route: HelpRoute | undefined, id: string, shownTo: readonly Audience[]): string[] {
  if (!route) return [`there is no route "${id}" in the help file`]
  return [
    ...(route.verified ? [] : [`nobody has verified the route "${id}"`]),
    ...(route.nations ? [`the route "${id}" does not exist in every nation`] : []),
    ...shownTo.filter(audience => !route.shownTo.includes(audience)).map(audience => `the route "${id}" is not shown to ${audience}`),
  ]
}

function textProblems({ shownTo, title, steps }: Version, path: Path): HelpFinding[] {
  const texts: ReadableText[] = [
    { text: title, source: title, path: [...path, 'title'], kind: 'feedback', screen: null },
    ...steps.map((text, index): ReadableText => ({ text, source: text, path: [...path, 'steps', index], kind: 'feedback', screen: null })),
  ]
  const youngest = bands.find(band => shownTo.includes(band)) ?? null
  return [
    ...families.flatMap(family => wordFindings(family, texts, youngest).map(finding => ({ ...finding, rule: family.rule }))),
    ...(youngest ? longSentences(texts, limits[youngest].sentence).map(finding => ({ ...finding, rule: 'sentence-length' })) : []),
    ...(youngest ? gradeProblems(steps, limits[youngest].grade + SCREEN_TOLERANCE, path) : []),
  ]
}

/** As short as one screen of a lesson, so it may swing as far. */
function gradeProblems(steps: readonly string[], most: number, path: Path): HelpFinding[] {
  const grade = readingGrade(measure(steps))
  return grade > most ? [{ rule: 'help-situations', path, message: `these steps read at grade ${grade.toFixed(1)}, at most ${most}` }] : []
}
