/** The content lint: reads everything under `content/` and holds it to every rule. */
import type { Lesson } from '#activities/lesson'
import { helpFile } from '#shared/lesson/help-routes'
import { helpSituationsFile } from '#shared/lesson/help-situations'
import {
  findHelp,
  isHelpFile,
  isPackCommon,
  isPackPath,
  isSituationsFile,
  readLibrary,
  type ContentSource,
  type Library,
} from '../library/library.ts'
import { parseYaml, type ContentIssue, type Parsed } from '../library/parse-yaml.ts'
import { pack, packCommon } from '../library/pack.ts'
import { helpProblems, helpWarnings, type HelpFinding } from './help-file.ts'
import { situationProblems } from './help-situations.ts'
import { allCombinations } from './combinations.ts'
import { lackingParts, missingPictures, packFindings, rehearsedPlan } from './packs.ts'
import { REGISTER, registerFile, registerProblems } from './register.ts'
import { rules } from './rules.ts'
import type { Finding, Rule, Surroundings } from './rule.ts'
import { lessonIn, placeInFile } from './wording.ts'
import { wordingProblems, WORDINGS } from './wordings.ts'

export interface LintReport {
  /** Lesson files that were looked at, good or bad. */
  readonly lessons: number
  readonly problems: readonly ContentIssue[]
  /** Worth a look, but no reason to stop a build. */
  readonly warnings: readonly ContentIssue[]
}

/**
 * Never throws on what a file holds.
 * @param today the day to compare dates with, as 2026-01-31
 */
export async function lintContent(source: ContentSource, today: string): Promise<LintReport> {
  const paths = await source.list()
  const library = await readLibrary(source)
  const around = { lessons: library.lessons, pictures: picturesIn(paths) }
  const help = await lintHelp(source, paths, today)
  const situations = await lintSituations(source, paths, library)
  const packs = await lintPacks(source, paths, around)
  const wordings = wordingProblems(library.lessons, paths.includes(WORDINGS) ? await source.read(WORDINGS) : null)
  const register = await lintRegister(source, paths, library)
  return {
    lessons: paths.filter(path => /^lessons\/.*\.yml$/.test(path)).length,
    problems: [
      ...library.issues,
      ...lintLessons(around),
      ...help.problems,
      ...situations,
      ...packs,
      ...wordings,
      ...register,
    ].sort(byPlace),
    warnings: [...help.warnings].sort(byPlace),
  }
}

/** The register is one for all lessons; a content folder may have none. */
async function lintRegister(source: ContentSource, paths: readonly string[], { lessons }: Library): Promise<readonly ContentIssue[]> {
  if (!paths.includes(REGISTER)) return []
  const result = parseYaml(registerFile, await source.read(REGISTER), `content/${REGISTER}`)
  return result.ok ? registerProblems(result.parsed, lessons) : result.issues
}

function lintLessons(around: Surroundings): ContentIssue[] {
  return around.lessons.flatMap(({ value, path: file, lineOf }) =>
    rules.flatMap(rule => findings(rule, value, around).map(({ path, message }) => (
      { file: `content/${file}`, line: lineOf(path), rule: rule.name, message }
    ))))
}

function findings({ check, inEachWording }: Rule, lesson: Lesson, around: Surroundings): Finding[] {
  if (!inEachWording) return check(lesson, around)
  const all = allCombinations(lesson).flatMap(remembered => check(lessonIn(lesson, remembered), around)
    .map(({ path, message }) => ({ path: placeInFile(lesson, remembered, path), message })))
  return [...new Map(all.map(found => [JSON.stringify(found), found])).values()]
}

async function lintHelp(source: ContentSource, paths: readonly string[], today: string) {
  const problems: ContentIssue[] = []
  const warnings: ContentIssue[] = []
  for (const path of paths.filter(isHelpFile)) {
    const file = `content/${path}`
    const result = parseYaml(helpFile, await source.read(path), file)
    if (!result.ok) continue // readLibrary has reported it
    problems.push(...located(helpProblems(result.parsed.value, today), result.parsed, file))
    warnings.push(...located(helpWarnings(result.parsed.value, today), result.parsed, file))
  }
  return { problems, warnings }
}

async function lintSituations(source: ContentSource, paths: readonly string[], library: Library): Promise<ContentIssue[]> {
  const problems: ContentIssue[] = []
  for (const path of paths.filter(isSituationsFile)) {
    const file = `content/${path}`
    const result = parseYaml(helpSituationsFile, await source.read(path), file)
    if (!result.ok) continue // readLibrary has reported it
    const routes = findHelp(library, result.parsed.value.locale)?.routes ?? []
    problems.push(...located(situationProblems(result.parsed.value, routes), result.parsed, file))
  }
  return problems
}

async function lintPacks(source: ContentSource, paths: readonly string[], { lessons, pictures }: Surroundings): Promise<ContentIssue[]> {
  const problems: ContentIssue[] = []
  for (const path of paths.filter(isPackPath)) {
    const file = `content/${path}`
    const text = await source.read(path)
    if (isPackCommon(path)) {
      const result = parseYaml(packCommon, text, file)
      if (result.ok) problems.push(...located(packFindings(result.parsed.value), result.parsed, file))
      continue
    }
    const result = parseYaml(pack, text, file)
    if (!result.ok) continue // readLibrary has reported it
    const { parsed } = result
    const lesson = lessons.find(({ value }) => value.id === parsed.value.lesson && value.locale === parsed.value.locale)?.value
    const unrehearsed = lesson ? rehearsedPlan(parsed.value, lesson) : []
    problems.push(...located([
      ...packFindings(parsed.value), ...missingPictures(parsed.value, pictures), ...unrehearsed, ...lackingParts(parsed.value),
    ], parsed, file))
  }
  return problems
}

function located(findings: readonly HelpFinding[], { lineOf }: Parsed<unknown>, file: string): ContentIssue[] {
  return findings.map(({ path, rule, message }) => ({ file, line: lineOf(path), rule, message }))
}

function picturesIn(paths: readonly string[]): ReadonlySet<string> {
  return new Set(paths.flatMap(path => /^pictures\/(.+)\.svg$/.exec(path)?.[1] ?? []))
}

function byPlace(a: ContentIssue, b: ContentIssue): number {
  return a.file.localeCompare(b.file) || a.line - b.line
}
